-- The answers of a case never change, and its row does with each act: kept in one row they were written anew each time, and read by whoever only asks
-- where a case stands.
-- H2 keeps each statement for itself: interrupted, all of this can be run again.
create table if not exists case_answers (
  case_id     bigint primary key references hall_case (id),
  answers     varchar(300000) not null
);
insert into case_answers (case_id, answers)
  select c.id, c.answers from hall_case c where not exists (select 1 from case_answers a where a.case_id = c.id);
