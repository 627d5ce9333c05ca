-- Attempts settled as not executed that their bank later reported as executed.
create table late_success (
  attempt_ref uuid primary key references attempt (attempt_ref),
  version bigint not null,
  payment varchar(33) not null references payment (id),
  heard_at timestamp with time zone not null,
  -- A late answer comes only once: while its payment still works on the attempt, it waits here.
  waits boolean default false not null,
  reversal varchar(33) unique references reversal (id)
);
