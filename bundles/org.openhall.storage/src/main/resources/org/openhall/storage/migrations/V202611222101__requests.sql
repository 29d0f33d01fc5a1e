-- A digest of who asks for what with which key, rather than these texts: they were a fifth of what H2 wrote for a case. What was asked before the
-- update is not known any more; a draft that was filed and a task that was decided are found all the same.
drop table if exists request_once;
create table request_once (
  request     bytea primary key,
  body_hash   bytea not null,
  reference   varchar(120),
  created_at  timestamp with time zone not null
);
create index request_once_age on request_once (created_at);
