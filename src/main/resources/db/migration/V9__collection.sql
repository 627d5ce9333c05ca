-- How to pay at a branch or by transfer. Whatever is missing of a payment's amount is asked for by a
-- further instruction; the payment's own row says whether it may still be paid.
create table instruction (
  code varchar(12) primary key,
  version bigint not null,
  payment varchar(33) not null references payment (id),
  -- 1 asks for the whole amount, each further one for the rest
  issue integer not null check (issue >= 1),
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

-- Money that a bank says it collected for us. Kept for ever, whatever became of it.
create table collection (
  id uuid primary key,
  version bigint not null,
  bank varchar(6) not null,
  reference varchar(64) not null,
  account varchar(19) not null,
  amount bigint not null check (amount > 0),
  transfer_text varchar(400) not null,
  code varchar(12),
  payment varchar(33) references payment (id),
  state varchar(12) not null check (state in (
    'UNDECIDED', 'BOUND', 'ACCEPTED', 'HELD', 'REVERSING', 'REVERSED')),
  -- how much of it pays, or is kept for, its payment; the rest went back or goes back
  taken bigint default 0 not null,
  -- the case by which two people took it for the payment
  accepted_by varchar(33),
  reversal varchar(33) references reversal (id),
  -- what collection-policy.dmn ruled when it came in, and that table's version
  ruling varchar(120),
  policy_source varchar(80),
  collected_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  unique (bank, reference),
  constraint collection_taken check (taken >= 0 and taken <= amount),
  -- what pays, or is kept for, a payment names it; money of any other state does neither
  constraint collection_pays check (
    (state in ('BOUND', 'ACCEPTED', 'HELD')) = (taken > 0)
    and (taken = 0 or payment is not null)),
  constraint collection_two_people check (
    state not in ('ACCEPTED', 'HELD') or accepted_by is not null),
  constraint collection_going_back check (
    state not in ('REVERSING', 'REVERSED') or reversal is not null)
);
create index collection_of_payment on collection (payment);
create index collection_of_reversal on collection (reversal);
