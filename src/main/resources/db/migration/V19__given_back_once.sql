-- What banks took or collected, and how much of it is going back or is back: never more than came.
create table taken_money (
  bank varchar(6) not null,
  -- the attempt that took it, or the bank's reference of the collection
  reference varchar(64) not null,
  -- empty for what we asked for; else what names the bank's further booking of the same
  booking varchar(80) not null,
  amount bigint not null,
  given_back bigint not null,
  primary key (bank, reference, booking),
  check (given_back >= 0 and given_back <= amount)
);

alter table reversal add column booking varchar(80) default '' not null;

insert into taken_money (bank, reference, booking, amount, given_back)
select r.bank, cast(r.original_attempt as varchar(36)), '',
  greatest(max(a.amount), sum(r.amount)), sum(r.amount)
from reversal r join attempt a on a.attempt_ref = r.original_attempt
group by r.bank, r.original_attempt;

insert into taken_money (bank, reference, booking, amount, given_back)
select r.bank, r.collection_reference, '', greatest(max(c.amount), sum(r.amount)), sum(r.amount)
from reversal r join collection c on c.bank = r.bank and c.reference = r.collection_reference
group by r.bank, r.collection_reference;

-- For one reason, such as one case, an original goes back once.
create unique index reversal_of_attempt_once
  on reversal (bank, original_attempt, booking, reason);
create unique index reversal_of_collection_once
  on reversal (bank, collection_reference, booking, reason);
