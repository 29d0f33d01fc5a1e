-- catalogue: whoever changes what is served holds this row until the end of the transaction, whatever item it is about, because a code
-- belongs to one item only
create table catalogue_turn (
  id          integer primary key
);
insert into catalogue_turn (id) values (0);
