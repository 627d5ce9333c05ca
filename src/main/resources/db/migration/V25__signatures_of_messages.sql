-- What a bank signed is kept with its message, and the key that it was signed with: banks change
-- their keys, and what they said can be proved for ever. The body is the exact bytes, in UTF-8.
alter table bank_message add column path varchar(100);
alter table bank_message add column signed_call varchar(64);
alter table bank_message add column signed_time varchar(64);
alter table bank_message add column signed_nonce varchar(64);
alter table bank_message add column signature varchar(2000);
alter table bank_message add column signing_key varchar(1000);
