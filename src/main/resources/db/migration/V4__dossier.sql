-- Dossiers as the portal described them, and what is owed.
create table dossier (
  code varchar(40) primary key,
  procedure_name varchar(500) not null,
  authority varchar(500) not null,
  payer_kind varchar(12) not null check (payer_kind in ('INDIVIDUAL', 'ORGANISATION')),
  payer_id varchar(14) not null,
  payer_name varchar(200) not null,
  due_date date,
  -- code, procedure and authority in capitals without diacritics, for the payer's search
  search_text varchar(1200) default '' not null,
  -- the sum of the fees, so that paying need not read them
  amount bigint not null check (amount > 0),
  -- whether a payment is under way is for live_dossier to say
  state varchar(12) not null check (state in ('UNPAID', 'PAID', 'REFUNDED', 'CANCELLED')),
  paid_by varchar(40),
  receipt varchar(20),
  created_at timestamp with time zone not null,
  constraint dossier_paid check (
    (state in ('PAID', 'REFUNDED')) = (paid_by is not null and receipt is not null))
);
create index dossier_of_payer on dossier (payer_id, created_at);
create index dossier_in_state on dossier (state, created_at);

create table dossier_fee (
  dossier varchar(40) not null references dossier (code),
  line integer not null,
  code varchar(20) not null,
  name varchar(200) not null,
  amount bigint not null check (amount > 0),
  beneficiary_bank varchar(6) not null,
  beneficiary_account varchar(19) not null,
  beneficiary_name varchar(200) not null,
  primary key (dossier, line)
);

-- A dossier is in at most one payment that may still move money.
create table live_dossier (
  dossier varchar(40) primary key references dossier (code),
  payment varchar(40) not null
);
create index live_dossier_of_payment on live_dossier (payment);

-- Kept for ever. A dossier is paid once: one that was refunded is over, and whoever is to pay after
-- all gets a dossier with a new code.
create sequence receipt_serial start with 1 increment by 1;
create table receipt (
  number varchar(20) primary key,
  dossier varchar(40) not null references dossier (code),
  payment varchar(40) not null,
  issued_at timestamp with time zone not null,
  -- printed on the paper only: who knows it has the paper
  check_code varchar(12) not null check (char_length(check_code) = 12),
  -- A cancelled receipt keeps its number; these say since when, by which refund and why.
  cancelled_at timestamp with time zone,
  cancelled_by varchar(33),
  cancel_reason varchar(900),
  constraint receipt_of_dossier unique (dossier),
  unique (dossier, payment),
  constraint receipt_cancelled check (
    (cancelled_at is null) = (cancelled_by is null)
    and (cancelled_at is null) = (cancel_reason is null))
);
create index receipt_of_payment on receipt (payment);
