-- A bank's day to be reconciled: planned while the day runs, one process for it after its end.
create table reconciliation (
  -- for example 970415-20261124
  id varchar(20) primary key,
  bank varchar(6) not null,
  on_day date not null,
  state varchar(12) not null check (state in ('PLANNED', 'RUNNING', 'DONE')),
  -- when the planned process starts
  due_at timestamp with time zone not null,
  process_instance varchar(64),
  -- since when the process runs; a day that runs too long is a case
  runs_since timestamp with time zone,
  -- how often the bank was asked in vain, and the lines were matched, in this run of the process
  fetches integer not null,
  next_fetch_at timestamp with time zone,
  match_passes integer not null,
  next_match_at timestamp with time zone,
  -- how far the days before and this one are matched in the pass that is under way
  matched_until date,
  -- why there is no (newer) statement, as one word
  missing varchar(60),
  -- the day described by the file that the bank gave instead of this day's
  statement_of date,
  -- the newest that was taken in
  statement uuid,
  -- how often a day that is over was planned again because its statement did not reach its end
  incomplete integer default 0 not null,
  done_at timestamp with time zone,
  unique (bank, on_day)
);
create index reconciliation_due on reconciliation (state, due_at);

-- One lock per bank: its days are matched one after another, and no two of them wait for each other.
create table reconciled_bank (bank varchar(6) primary key);

-- Statements as the banks signed them; each file is taken in once.
create table statement (
  id uuid primary key,
  bank varchar(6) not null,
  on_day date not null,
  sha256 varchar(64) not null check (char_length(sha256) = 64),
  content bytea not null,
  state varchar(10) not null check (state in ('FETCHED', 'IMPORTED', 'REFUSED')),
  refusal varchar(60),
  -- the day that a refused file describes, where that is another one
  tells_of date,
  message varchar(35),
  -- our account, or several of them
  account varchar(200),
  from_at timestamp with time zone,
  to_at timestamp with time zone,
  opening bigint,
  closing bigint,
  credits bigint,
  credit_sum bigint,
  debits bigint,
  debit_sum bigint,
  fetched_at timestamp with time zone not null,
  imported_at timestamp with time zone,
  unique (bank, sha256),
  constraint statement_refused check ((state = 'REFUSED') = (refusal is not null))
);
create index statement_by_day on statement (bank, on_day, fetched_at);

-- Each line at its place in the file; of an unreadable one only where it stands and why.
create table statement_line (
  statement uuid not null references statement (id),
  line_no integer not null,
  account varchar(34),
  -- of a batch with the position in it
  entry_ref varchar(50),
  bank_ref varchar(35),
  reference varchar(64),
  amount bigint,
  credit boolean,
  -- the bank marks it as the reversal of an earlier entry
  takes_back boolean,
  booked_at timestamp with time zone,
  transfer_text varchar(200),
  unreadable varchar(60),
  line_class varchar(16) check (line_class in (
    'MATCHED', 'BANK_ONLY', 'OURS_ONLY', 'AMOUNT_DIFFERS', 'DUPLICATE', 'UNREADABLE')),
  payment varchar(33),
  primary key (statement, line_no),
  constraint statement_line_read check ((unreadable is null) = (amount is not null))
);
create index statement_line_by_reference on statement_line (reference);

-- What is not as it should be: each difference once, however often it is seen again, with its case.
create table difference (
  id varchar(33) primary key,
  bank varchar(6) not null,
  on_day date not null,
  kind varchar(16) not null check (kind in (
    'BANK_ONLY', 'OURS_ONLY', 'AMOUNT_DIFFERS', 'DUPLICATE', 'UNREADABLE')),
  reference varchar(80) not null,
  line_no integer,
  -- the attempt or the reference of the collection; null for an unreadable line
  money varchar(64),
  credit boolean,
  payment varchar(33),
  bank_amount bigint,
  our_amount bigint,
  bank_ref varchar(64),
  other_bank_ref varchar(64),
  -- two bookings, not one booking told twice
  booked_twice boolean not null,
  -- why a line cannot be read, as a code
  unreadable varchar(60),
  -- the matching that found it last
  seen uuid,
  moved_at timestamp with time zone,
  state varchar(10) not null check (state in ('PENDING', 'OPEN', 'SETTLED', 'DECIDED')),
  case_id varchar(33),
  decision varchar(60),
  found_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  unique (bank, kind, reference),
  constraint difference_decided check (state <> 'DECIDED' or decision is not null)
);
create index difference_by_day on difference (bank, on_day);
create index difference_by_state on difference (state, found_at);

-- Collections that no notice announced and two people took in from a bank's signed statement.
create table stated_collection (
  collection uuid primary key references collection (id),
  statement uuid not null references statement (id),
  line_no integer not null
);
