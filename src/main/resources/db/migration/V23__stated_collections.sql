-- Collections that two persons took in from a bank's signed statement, because no notice told of them.
create table stated_collection (
  collection uuid primary key references collection (id),
  statement uuid not null references statement (id),
  line_no integer not null
);
