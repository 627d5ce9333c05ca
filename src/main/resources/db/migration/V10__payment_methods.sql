-- Attempts of registrations can be in doubt, too: those belong to no payment.
alter table clarification alter column payment drop not null;
