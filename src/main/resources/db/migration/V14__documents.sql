-- Documents as they were rendered. Each is made once for its subject and never changed.
create table document (
  id uuid primary key,
  subject varchar(80) not null,
  kind varchar(30) not null,
  -- the template and the hash of its file
  template varchar(60) not null,
  sha256 varchar(64) not null,
  bytes bytea not null,
  rendered_at timestamp with time zone not null,
  unique (subject, kind)
);
