-- An attempt whose outcome is being inquired about; the row goes once the outcome is known.
create table clarification (
  attempt_ref uuid primary key,
  -- null for attempts of registrations
  payment varchar(33) references payment (id),
  inquiries integer not null,
  next_inquiry_at timestamp with time zone not null,
  -- News has the bank asked outside the schedule; news that arrives during an inquiry waits here.
  woken boolean default false not null,
  news_since boolean default false not null,
  -- what a statement already says of the attempt, for the people who decide
  statement_line varchar(500)
);

-- Who had the bank asked at once about a payment in doubt, and when: payers may do so only so often.
create table inquiry_request (
  id uuid primary key,
  payment varchar(33) not null references payment (id),
  asked_at timestamp with time zone not null,
  by_payer boolean not null
);
create index inquiry_request_of_payment on inquiry_request (payment, asked_at);
