-- Refunds of paid dossiers: who asked, what two people decided, how the money went back.
create table refund (
  id varchar(33) primary key,
  version bigint not null,
  payment varchar(33) not null references payment (id),
  -- what goes back: the lines' sum, or what is left of a collection of another amount
  amount bigint not null check (amount > 0),
  reason varchar(900) not null,
  asked_by varchar(255) not null,
  asked_by_staff boolean not null,
  state varchar(12) not null check (state in ('REQUESTED', 'REFUNDING', 'REFUNDED', 'REJECTED')),
  -- why two people rejected it
  rejection varchar(900),
  asked_at timestamp with time zone not null,
  constraint refund_rejected check ((state = 'REJECTED') = (rejection is not null))
);
create index refund_of_payment on refund (payment, asked_at);

create table refund_line (
  refund varchar(33) not null references refund (id),
  line_no integer not null,
  dossier varchar(40) not null references dossier (code),
  receipt varchar(20) not null references receipt (number),
  amount bigint not null check (amount > 0),
  primary key (refund, line_no)
);

create table refund_event (
  refund varchar(33) not null references refund (id),
  event_no integer not null,
  state varchar(12) not null check (state in ('REQUESTED', 'REFUNDING', 'REFUNDED', 'REJECTED')),
  reached_at timestamp with time zone not null,
  primary key (refund, event_no)
);

-- What carries it out: the refund of a payment that several collections paid goes back in parts.
create table refund_reversal (
  refund varchar(33) not null references refund (id),
  reversal varchar(33) not null unique references reversal (id),
  primary key (refund, reversal)
);

-- A dossier is in at most one refund that is asked for, under way or done; a rejected one lets go of it.
create table refund_hold (
  dossier varchar(40) primary key references dossier (code),
  refund varchar(33) not null references refund (id)
);
create index refund_hold_of_refund on refund_hold (refund);
