-- News has the bank asked outside the schedule; news that comes while it is being asked waits here.
alter table clarification add column woken boolean default false not null;
alter table clarification add column news_since boolean default false not null;
-- What a statement tells of the attempt already, for the persons who decide.
alter table clarification add column statement_line varchar(500);

-- Who had the bank asked at once about a payment in doubt, and when: payers may only so often.
create table inquiry_request (
  id uuid primary key,
  payment varchar(33) not null references payment (id),
  asked_at timestamp with time zone not null,
  by_payer boolean not null
);
create index inquiry_request_of_payment on inquiry_request (payment, asked_at);

-- The request whose answer a reversal waits for, and when it is asked for again.
alter table reversal add column asked_call uuid;
alter table reversal add column next_try_at timestamp with time zone;
