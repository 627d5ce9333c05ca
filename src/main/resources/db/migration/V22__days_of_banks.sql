-- One lock for each bank: its days are matched one after another, and no two of them wait for each other.
create table reconciled_bank (bank varchar(6) primary key);
insert into reconciled_bank (bank) select distinct bank from reconciliation;

-- Since when the process of the day runs; a day that runs too long is a case.
alter table reconciliation add column runs_since timestamp with time zone;
-- How often a day that is over was planned again because its statement did not reach its end.
alter table reconciliation add column incomplete integer default 0 not null;
-- The day of which the file tells that the bank gave instead of this day's.
alter table reconciliation add column statement_of date;
-- How far the days before and this one are matched in the pass that is under way.
alter table reconciliation add column matched_until date;

-- Of a refused file: the day of which it tells, where that is another one.
alter table statement add column tells_of date;
