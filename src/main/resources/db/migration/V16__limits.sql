-- How often something was tried, by whom or what: one row for each, its window beginning with the
-- first try. The subject is a keyed hash. Rows whose window is over are swept every night.
create table try_count (
  tried varchar(20) not null check (tried in ('CARD', 'OTP', 'OTP_RESEND', 'ACCOUNT')),
  counted_by varchar(20) not null check (counted_by in ('PAYER', 'ADDRESS', 'CARD', 'DOSSIER', 'ACCOUNT')),
  subject varchar(43) not null check (char_length(subject) = 43),
  used integer not null check (used > 0),
  most integer not null check (most > 0),
  ends_at timestamp with time zone not null,
  primary key (tried, counted_by, subject)
);
create index try_count_age on try_count (ends_at);
