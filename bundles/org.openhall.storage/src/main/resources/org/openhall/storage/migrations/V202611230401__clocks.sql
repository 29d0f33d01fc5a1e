-- The ledger of a clock lies in the row of what it times: who lists cases or tasks has it at hand, and an act, which writes that row anyway, adds to it.
-- Days, w or c for working or calendar days; then what happened, each a letter and milliseconds since 1970.
-- H2 keeps each statement for itself: interrupted, all of this can be run again.
alter table hall_case add column if not exists clock varchar(100000) default '' not null;
alter table task add column if not exists clock varchar(100000) default '' not null;
update hall_case set clock = coalesce((
  select max(k.days) || case max(k.unit) when 'WORKING' then 'w' else 'c' end || string_agg(
    case k.kind when 'SET' then ' S' when 'START' then ' B' when 'PAUSE' then ' P' when 'RESUME' then ' R' else ' E' end
      || cast(cast(floor(extract(epoch from k.at) * 1000) as bigint) as varchar), '' order by k.id)
  from clock_entry k where k.case_id = hall_case.id and k.task_id is null), '');
update task set clock = coalesce((
  select max(k.days) || case max(k.unit) when 'WORKING' then 'w' else 'c' end || string_agg(
    case k.kind when 'SET' then ' S' when 'START' then ' B' when 'PAUSE' then ' P' when 'RESUME' then ' R' else ' E' end
      || cast(cast(floor(extract(epoch from k.at) * 1000) as bigint) as varchar), '' order by k.id)
  from clock_entry k where k.case_id = task.case_id and k.task_id = task.id), '')
  where exists (select 1 from clock_entry k where k.case_id = task.case_id and k.task_id = task.id);
-- a node of the hall before this one fails rather than write what nobody reads
alter table hall_case alter column clock drop default;
alter table task alter column clock drop default;
alter table clock_entry alter column id drop identity;
