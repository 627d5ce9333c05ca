-- What a person must decide.
create table case_file (
  id varchar(33) primary key,
  -- contributed by the rooms, as are the words of a decision: CaseKinds refuses unknown ones
  kind varchar(60) not null,
  subject varchar(100) not null,
  -- "kind:subject" while the case is open, so that a subject never has two open cases of one kind
  open_key varchar(161) unique,
  payment varchar(33),
  money_state varchar(20) not null check (money_state in (
    'UNKNOWN', 'DEBITED', 'NOT_DEBITED', 'HELD', 'COLLECTED', 'NOT_RETURNED', 'NOT_MOVED',
    'AT_BANK_ONLY', 'AT_OURS_ONLY', 'AMOUNT_DIFFERS', 'BOOKED_AGAIN')),
  evidence varchar(20000) not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  instance varchar(64),
  decision varchar(60),
  reason varchar(1000),
  decided_by varchar(64),
  confirmed_by varchar(64),
  version bigint not null,
  constraint case_file_open check ((open_key is null) = (closed_at is not null)),
  -- whoever confirms a decision has not proposed it
  constraint case_file_two_people check (
    confirmed_by is null or decided_by is not null and confirmed_by <> decided_by)
);
create index case_file_by_payment on case_file (payment);
create index case_file_by_age on case_file (closed_at, opened_at);

-- Locked before a case is opened: of two that want to open the same one, the second finds the first's.
create table case_desk (id integer primary key check (id = 1));
insert into case_desk (id) values (1);

-- What people did. Each row carries the hash of the one before it; rows are only ever added.
create table audit_entry (
  seq bigint primary key,
  acted_at timestamp with time zone not null,
  actor varchar(64) not null,
  action varchar(60) not null,
  subject varchar(100) not null,
  reason varchar(1000) not null,
  prev_hash varchar(64) not null check (char_length(prev_hash) = 64),
  hash varchar(64) not null check (char_length(hash) = 64)
);
create index audit_entry_by_subject on audit_entry (subject);

-- Our signatures under the trail, each under all entries up to seq; rows are only ever added.
create table audit_seal (
  seq bigint not null,
  hash varchar(64) not null check (char_length(hash) = 64),
  sealed_at timestamp with time zone not null,
  key_id varchar(200) not null,
  signature varchar(1000) not null,
  primary key (seq, key_id)
);

-- Number and hash of the newest entry: its row lock lines the writers up, and it shows when the
-- newest rows went missing.
create table audit_head (
  id integer primary key check (id = 1),
  seq bigint not null,
  hash varchar(64) not null check (char_length(hash) = 64)
);
insert into audit_head (id, seq, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
