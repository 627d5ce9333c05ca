-- One try to move money at a bank, for a payment, a reversal or a registration.
create table attempt (
  attempt_ref uuid primary key,
  subject varchar(64) not null,
  bank varchar(6) not null,
  -- null for enquiries and mandates, which move no money
  amount bigint check (amount > 0),
  -- whole dong, whatever else a bank may write
  currency varchar(3) not null check (currency = 'VND'),
  state varchar(24) not null check (state in (
    'CREATED', 'PENDING_OTP', 'AUTHORISED', 'DEBITED', 'DECLINED', 'VOIDED', 'NOT_EXECUTED',
    'UNKNOWN', 'REVERSED')),
  version bigint not null,
  bank_ref varchar(64),
  last4 varchar(4) check (char_length(last4) = 4),
  card_token varchar(128),
  opened_at timestamp with time zone not null,
  -- only a registration's attempts move no money
  constraint attempt_has_amount check (amount is not null or subject like 'R%')
);
create index attempt_subject on attempt (subject);
create index attempt_state on attempt (state);
-- what a bank quotes
create index attempt_bank_ref on attempt (bank_ref);

-- One request to a bank: stored before it is sent, its answer after.
create table bank_call (
  call_ref uuid primary key,
  attempt_ref uuid not null references attempt (attempt_ref),
  operation varchar(16) not null check (operation in (
    'AUTHORISE', 'OTP', 'RESEND', 'CAPTURE', 'VOID', 'ENQUIRY', 'MANDATE', 'END_MANDATE', 'DEBIT',
    'REVERSAL', 'INQUIRY', 'TOMBSTONE')),
  seq integer not null,
  state varchar(16) not null check (state in (
    'CREATED', 'SENDING', 'APPROVED', 'DECLINED', 'NOT_SENT', 'UNKNOWN')),
  version bigint not null,
  attempt_was varchar(24) not null check (attempt_was in (
    'CREATED', 'PENDING_OTP', 'AUTHORISED', 'DEBITED', 'DECLINED', 'VOIDED', 'NOT_EXECUTED',
    'UNKNOWN', 'REVERSED')),
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
-- the reconciliation asks which calls were sent on a day
create index bank_call_sent on bank_call (sent_at);

-- Messages that banks send of their own accord: stored before they are acknowledged, handled once.
create table bank_message (
  id uuid primary key,
  bank varchar(6) not null,
  kind varchar(12) not null check (kind in ('COLLECTION', 'NOTICE')),
  -- the bank's own name for it: one name, one story
  reference varchar(64) not null,
  body_sha256 varchar(64) not null check (char_length(body_sha256) = 64),
  -- the exact bytes, in UTF-8
  body varchar(8000) not null,
  received_at timestamp with time zone not null,
  next_publish_at timestamp with time zone not null,
  handled_at timestamp with time zone,
  -- What the bank signed and the key it signed with: banks change their keys, and what they said
  -- stays provable for ever.
  path varchar(100),
  signed_call varchar(64),
  signed_time varchar(64),
  signed_nonce varchar(64),
  signature varchar(2000),
  signing_key varchar(1000),
  unique (bank, kind, reference)
);
create index bank_message_open on bank_message (handled_at, next_publish_at);

-- Banks at which operators let nothing new start.
create table bank_maintenance (
  bank varchar(6) primary key,
  begun_at timestamp with time zone not null,
  actor varchar(64) not null,
  reason varchar(1000) not null
);

-- Nonces of signatures already seen, so that no signature is accepted twice.
create table bank_nonce (
  bank varchar(6) not null,
  nonce varchar(64) not null,
  seen_at timestamp with time zone not null,
  primary key (bank, nonce)
);
create index bank_nonce_age on bank_nonce (seen_at);
