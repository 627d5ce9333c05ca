-- Documents as they were rendered. Each is made once for its subject and never changed.
create table document (
  id uuid primary key,
  subject varchar(80) not null,
  kind varchar(30) not null check (kind in (
    'REGISTRATION_FORM', 'PAYMENT_INSTRUCTION', 'PAYMENT_CONFIRMATION', 'PAYMENT_SUMMARY',
    'RECONCILIATION_REPORT')),
  language varchar(10) not null check (language in ('VIETNAMESE', 'ENGLISH')),
  -- the template and the hash of its file
  template varchar(60) not null,
  sha256 varchar(64) not null check (char_length(sha256) = 64),
  bytes bytea not null,
  rendered_at timestamp with time zone not null,
  unique (subject, kind, language)
);
