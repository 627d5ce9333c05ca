-- A payment by a registered account: by which mandate, and how often its debit was tried.
alter table payment add column account_registration varchar(33);
alter table payment add column account_bank varchar(6);
alter table payment add column account_number varchar(19);
alter table payment add column account_mandate varchar(128);
alter table payment add column debit_tries integer default 0 not null;
alter table payment add column next_try_at timestamp with time zone;
