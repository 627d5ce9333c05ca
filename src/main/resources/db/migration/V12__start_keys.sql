-- Keys start registrations, too: the column names whatever was started.
alter table api_idempotency rename column payment to started;
