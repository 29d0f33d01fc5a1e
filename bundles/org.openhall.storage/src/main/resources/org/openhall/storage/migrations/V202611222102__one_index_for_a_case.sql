-- H2 uses an index for a reference only when it holds the columns of the reference and no others; beside (case_id, id) it kept another one for each
-- of these. What belongs to a case is found by one index now, and the few rows of it are sorted.
-- H2 keeps each statement for itself: interrupted, all of this can be run again.
alter table task drop constraint if exists task_of_case;
drop index if exists task_case;
create index task_case on task (case_id);
alter table task add constraint task_of_case foreign key (case_id) references hall_case (id);

alter table case_event drop constraint if exists case_event_of_case;
drop index if exists case_event_case;
create index case_event_case on case_event (case_id);
alter table case_event add constraint case_event_of_case foreign key (case_id) references hall_case (id);

alter table clock_entry drop constraint if exists clock_entry_of_case;
drop index if exists clock_entry_case;
create index clock_entry_case on clock_entry (case_id);
alter table clock_entry add constraint clock_entry_of_case foreign key (case_id) references hall_case (id);

alter table case_finding drop constraint if exists case_finding_of_case;
drop index if exists case_finding_case;
create index case_finding_case on case_finding (case_id);
alter table case_finding add constraint case_finding_of_case foreign key (case_id) references hall_case (id);

alter table material_opinion drop constraint if exists material_opinion_of_case;
drop index if exists material_opinion_case;
create index material_opinion_case on material_opinion (case_id);
alter table material_opinion add constraint material_opinion_of_case foreign key (case_id) references hall_case (id);

alter table case_reading drop constraint if exists case_reading_of_case;
drop index if exists case_reading_case;
create index case_reading_case on case_reading (case_id);
alter table case_reading add constraint case_reading_of_case foreign key (case_id) references hall_case (id);
