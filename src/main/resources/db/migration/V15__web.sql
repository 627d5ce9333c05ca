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
