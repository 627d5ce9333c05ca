-- The trace that an event belongs to, as the header traceparent of W3C; null while none are collected.
alter table outbox add column traceparent varchar(55);
