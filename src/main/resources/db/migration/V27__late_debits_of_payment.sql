-- The page of each ended payment, and the API, tell of its late debits.
create index late_success_of_payment on late_success (payment, heard_at);
