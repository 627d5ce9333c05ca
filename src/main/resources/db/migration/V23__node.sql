-- Each running program, as it says of itself every half minute. One that stops takes its row away; one that is killed leaves it.
create table node (
  id uuid primary key,
  -- the machine and the port
  name varchar(100) not null,
  version varchar(60) not null,
  state varchar(10) not null check (state in ('STARTING', 'READY', 'DRAINING')),
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null
);
