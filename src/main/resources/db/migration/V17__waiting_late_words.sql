-- A late answer is told only once: while its payment still works on the attempt, the word waits here.
alter table late_success add column waits boolean not null default false;
