-- Which of its requests a payment waits for: only that one's answer says how it goes on.
alter table payment add column asked_call uuid;
-- When a bank is told again to release what it holds.
alter table payment add column void_at timestamp with time zone;
-- Only a registration's attempts move no money.
alter table attempt add constraint attempt_has_amount check (amount is not null or subject like 'R%');
