-- What a caller's key has already started, a payment or a registration, so that the same request
-- starts it once.
create table api_idempotency (
  actor varchar(255) not null,
  request_key varchar(255) not null,
  body_sha256 varchar(64) not null check (char_length(body_sha256) = 64),
  -- null only inside the transaction that starts it
  started varchar(33),
  created_at timestamp with time zone not null,
  primary key (actor, request_key)
);
create index api_idempotency_age on api_idempotency (created_at);

-- Sign-outs that identity providers reported: sessions of ours that began before end with them. The
-- id is a hash of the provider's session or person.
create table signed_out (
  id varchar(64) not null primary key check (char_length(id) = 64),
  at timestamp with time zone not null
);
create index signed_out_age on signed_out (at);
