-- Sessions of payers and staff, for all nodes; read and written by Spring Session, which names the columns. The browser
-- holds the id sealed, and the attributes are sealed: nobody goes on as somebody else by reading here.
create table web_session (
  primary_id varchar(36) not null primary key,
  session_id varchar(36) not null unique,
  -- times in milliseconds since 1970, the interval in seconds
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval integer not null,
  expiry_time bigint not null,
  -- whose session it is says its content alone
  principal_name varchar(100) check (principal_name is null)
);
create index web_session_expiry on web_session (expiry_time);
create table web_session_attributes (
  session_primary_id varchar(36) not null references web_session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
