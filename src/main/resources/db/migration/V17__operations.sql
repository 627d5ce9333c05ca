-- Models, tables and forms that one person uploaded and another one released, or did not.
create table model_release (
  id uuid primary key,
  number integer not null unique,
  state varchar(10) not null check (state in ('PROPOSED', 'RELEASED', 'REFUSED', 'WITHDRAWN')),
  proposed_by varchar(64) not null,
  proposed_at timestamp with time zone not null,
  why varchar(1000) not null,
  -- how the models went on an engine of their own, as JSON
  rehearsal varchar(100000) not null,
  decided_by varchar(64),
  decided_at timestamp with time zone,
  reason varchar(1000),
  constraint model_release_decided check ((state = 'PROPOSED') = (decided_by is null)),
  -- whoever releases has not uploaded
  constraint model_release_two_people check (
    state not in ('RELEASED', 'REFUSED') or decided_by <> proposed_by)
);
create table model_release_file (
  release uuid not null references model_release,
  name varchar(100) not null,
  -- what ran when it was uploaded; null if nothing did
  replaces bytea,
  content bytea not null,
  primary key (release, name)
);

-- Running processes moved to another version of their model, by a plan of one person and the word of another.
create table model_migration (
  id uuid primary key,
  state varchar(10) not null check (state in ('PROPOSED', 'DONE', 'REFUSED')),
  process varchar(100) not null,
  from_version integer not null,
  to_version integer not null,
  -- where each element goes, as JSON
  plan varchar(20000) not null,
  proposed_by varchar(64) not null,
  proposed_at timestamp with time zone not null,
  why varchar(1000) not null,
  decided_by varchar(64),
  decided_at timestamp with time zone,
  reason varchar(1000),
  moved integer,
  stayed integer,
  constraint model_migration_decided check ((state = 'PROPOSED') = (decided_by is null)),
  constraint model_migration_two_people check (
    state not in ('DONE', 'REFUSED') or decided_by <> proposed_by)
);
