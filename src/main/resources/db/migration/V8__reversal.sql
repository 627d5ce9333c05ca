-- Money that banks took or collected, and how much of it is going back or is back: never more than came.
create table taken_money (
  bank varchar(6) not null,
  -- the attempt that took it, or the bank's reference of the collection
  reference varchar(64) not null,
  -- empty for what we asked for; otherwise names the bank's further booking of the same money
  booking varchar(80) not null,
  amount bigint not null check (amount > 0),
  given_back bigint not null,
  primary key (bank, reference, booking),
  check (given_back >= 0 and given_back <= amount)
);

-- Money going back: of a collection or of an earlier attempt, exactly one of the two.
create table reversal (
  id varchar(33) primary key,
  version bigint not null,
  payment varchar(33),
  bank varchar(6) not null,
  collection_reference varchar(64),
  original_attempt uuid,
  booking varchar(80) default '' not null,
  amount bigint not null check (amount > 0),
  reason varchar(200) not null,
  state varchar(24) not null check (state in (
    'UNDER_WAY', 'BEING_CHECKED', 'DECLINED', 'TO_BE_TRIED_AGAIN', 'DONE', 'RETURNED_OTHERWISE')),
  attempt_ref uuid,
  -- the request whose answer it waits for, and when it is tried again
  asked_call uuid,
  next_try_at timestamp with time zone,
  decline_reason varchar(60),
  process_instance varchar(64),
  asked_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint reversal_of_one check ((collection_reference is null) <> (original_attempt is null)),
  constraint reversal_over check (
    state not in ('DONE', 'RETURNED_OTHERWISE') or finished_at is not null)
);
create index reversal_of_payment on reversal (payment);
-- For one reason, such as one case, an original goes back once.
create unique index reversal_of_attempt_once
  on reversal (bank, original_attempt, booking, reason);
create unique index reversal_of_collection_once
  on reversal (bank, collection_reference, booking, reason);
