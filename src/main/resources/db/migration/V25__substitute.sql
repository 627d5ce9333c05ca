-- Who of the bank's staff does whose tasks, from one day to another, both in Viet Nam.
create table substitute (
  id uuid primary key,
  absent varchar(64) not null,
  member varchar(64) not null,
  from_day date not null,
  to_day date not null,
  named_by varchar(64) not null,
  named_at timestamp with time zone not null,
  why varchar(1000) not null,
  ended_by varchar(64),
  ended_at timestamp with time zone,
  constraint substitute_is_somebody_else check (member <> absent),
  constraint substitute_days check (from_day <= to_day),
  constraint substitute_ended check ((ended_by is null) = (ended_at is null))
);
create index substitute_by_day on substitute (to_day);
