-- Attempts that had come to nothing and of which their bank later said otherwise.
create table late_success (
  attempt_ref uuid primary key references attempt (attempt_ref),
  version bigint not null,
  payment varchar(33) not null references payment (id),
  heard_at timestamp with time zone not null,
  reversal varchar(33) unique references reversal (id)
);
