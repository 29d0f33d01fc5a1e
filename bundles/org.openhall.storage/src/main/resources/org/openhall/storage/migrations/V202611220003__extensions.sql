-- catalogue ----------------------------------------------------------------------------------------------------------
-- Which versions of item_version are no items but extend one of somebody else.
create table item_extension (
  extension   varchar(60) not null,
  line        varchar(16) not null,
  micro       integer not null,
  item        varchar(60) not null,
  primary key (extension, line, micro)
);
