-- What two persons decided of a mandate that its bank would not end or put into force. A table of
-- its own, so that deciding a case waits for no registration, nor the other way round.
create table mandate_decision (
  registration varchar(33) not null references registration (id),
  form_version integer not null,
  decision varchar(20) not null,
  decided_at timestamp with time zone not null,
  primary key (registration, form_version, decision)
);
