-- An attempt of an account enquiry or a mandate moves no money.
alter table attempt alter column amount drop not null;

-- What banks told us of their own accord: stored before it is answered, handled once.
create table bank_message (
  id uuid primary key,
  bank varchar(6) not null,
  kind varchar(12) not null,
  -- the bank's own name of it: under one name one story
  reference varchar(64) not null,
  body_sha256 varchar(64) not null,
  body varchar(8000) not null,
  received_at timestamp with time zone not null,
  next_publish_at timestamp with time zone not null,
  handled_at timestamp with time zone,
  unique (bank, kind, reference)
);
create index bank_message_open on bank_message (handled_at, next_publish_at);

-- Signatures seen, so that none is believed twice.
create table bank_nonce (
  bank varchar(6) not null,
  nonce varchar(64) not null,
  seen_at timestamp with time zone not null,
  primary key (bank, nonce)
);
create index bank_nonce_age on bank_nonce (seen_at);
