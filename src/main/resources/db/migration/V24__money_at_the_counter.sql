-- A payment at the counter may be asked for in parts: whatever is missing of its amount is asked for
-- by a further instruction. The collections that paid say themselves how much of them counts.
alter table instruction rename to only_instruction;

create table instruction (
  code varchar(12) primary key,
  version bigint not null,
  payment varchar(33) not null references payment (id),
  -- 1 asks for the whole amount, each further one for the rest
  issue integer not null,
  amount bigint not null check (amount > 0),
  issued_at timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  reminder_due_at timestamp with time zone,
  reminded_at timestamp with time zone,
  collecting_bank varchar(6) not null,
  collecting_account varchar(19) not null,
  collecting_name varchar(200) not null,
  unique (payment, issue)
);

insert into instruction
select i.code, i.version, i.payment, 1, p.amount, p.created_at, i.valid_until, i.reminder_due_at,
  i.reminded_at, i.collecting_bank, i.collecting_account, i.collecting_name
from only_instruction i join payment p on p.id = i.payment;

-- How much of it pays, or is kept for, its payment; the rest went back or goes back.
alter table collection add column taken bigint default 0 not null;
update collection set taken = amount where state in ('BOUND', 'ACCEPTED');
alter table collection add constraint collection_taken check (taken >= 0 and taken <= amount);

drop table only_instruction;

-- What collection-policy.dmn ruled when it came in, and the table's version.
alter table collection add column ruling varchar(120);
alter table collection add column policy_source varchar(80);

-- A refund of a payment that several collections paid goes back in several parts.
create table refund_reversal (
  refund varchar(33) not null references refund (id),
  reversal varchar(33) not null unique references reversal (id),
  primary key (refund, reversal)
);
insert into refund_reversal select id, reversal from refund where reversal is not null;
alter table refund drop column reversal;
