-- One try to move money at a bank, for a payment, a reversal or a registration.
create table attempt (
  attempt_ref uuid primary key,
  subject varchar(64) not null,
  bank varchar(6) not null,
  amount bigint not null check (amount > 0),
  currency varchar(3) not null,
  state varchar(24) not null,
  version bigint not null,
  bank_ref varchar(64),
  last4 varchar(4),
  card_token varchar(128),
  opened_at timestamp with time zone not null
);
create index attempt_subject on attempt (subject);
create index attempt_state on attempt (state);

-- One request to a bank: written down here before it is sent, its answer after.
create table bank_call (
  call_ref uuid primary key,
  attempt_ref uuid not null references attempt (attempt_ref),
  operation varchar(16) not null,
  seq integer not null,
  state varchar(16) not null,
  version bigint not null,
  attempt_was varchar(24) not null,
  prepared_at timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  sealed varchar(4096),
  body varchar(200000) not null,
  executions integer not null,
  sent_at timestamp with time zone,
  answered_at timestamp with time zone,
  answer varchar(4000),
  evidence varchar(400),
  constraint bank_call_once unique (attempt_ref, operation, seq)
);
create index bank_call_state on bank_call (state, prepared_at);
