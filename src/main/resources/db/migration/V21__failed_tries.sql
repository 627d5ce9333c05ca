-- Who fails at guessing, on all nodes: passwords, check codes of papers, somebody else's dossier. One row for whom
-- or where the guesses come from, as a keyed hash; rows whose time is over are swept every night.
create table failed_try (
  subject varchar(43) primary key check (char_length(subject) = 43),
  -- When all failures are made up for: each adds a pause.
  even_at timestamp with time zone not null
);
create index failed_try_age on failed_try (even_at);
