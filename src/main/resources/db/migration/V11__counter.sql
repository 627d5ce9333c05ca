-- How to pay at a branch or by transfer; the payment's own row says whether it may still be paid.
create table instruction (
  payment varchar(33) primary key references payment (id),
  version bigint not null,
  code varchar(12) not null unique,
  valid_until timestamp with time zone not null,
  reminder_due_at timestamp with time zone,
  reminded_at timestamp with time zone,
  collecting_bank varchar(6) not null,
  collecting_account varchar(19) not null,
  collecting_name varchar(200) not null,
  -- the one collection that paid it
  collection uuid unique
);

-- Money going back: of a collection or of an earlier attempt, exactly one of the two.
create table reversal (
  id varchar(33) primary key,
  version bigint not null,
  payment varchar(33),
  bank varchar(6) not null,
  collection_reference varchar(64),
  original_attempt uuid,
  amount bigint not null check (amount > 0),
  reason varchar(200) not null,
  state varchar(24) not null,
  attempt_ref uuid,
  decline_reason varchar(60),
  process_instance varchar(64),
  asked_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  check ((collection_reference is null) <> (original_attempt is null))
);
create index reversal_of_payment on reversal (payment);

-- Money that a bank says it collected for us. Kept for ever, whatever became of it.
create table collection (
  id uuid primary key,
  version bigint not null,
  bank varchar(6) not null,
  reference varchar(64) not null,
  account varchar(19) not null,
  amount bigint not null check (amount > 0),
  text varchar(400) not null,
  code varchar(12),
  payment varchar(33) references payment (id),
  state varchar(12) not null,
  -- the case by which two persons took it for the payment
  accepted_by varchar(33),
  reversal varchar(33) references reversal (id),
  collected_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  unique (bank, reference)
);
create index collection_of_payment on collection (payment);
create index collection_of_reversal on collection (reversal);
