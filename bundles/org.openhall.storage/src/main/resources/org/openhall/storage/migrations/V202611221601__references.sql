-- H2 makes an index for each reference for which there is none when it is told of it, and keeps it beside the better one that comes later. Told once more,
-- the references of what a case is made of use the one that is there. The first name of each is H2's, the second PostgreSQL's.
alter table task drop constraint if exists constraint_272;
alter table task drop constraint if exists task_case_id_fkey;
alter table task add constraint task_of_case foreign key (case_id) references hall_case (id);

alter table case_event drop constraint if exists constraint_2ab;
alter table case_event drop constraint if exists case_event_case_id_fkey;
alter table case_event add constraint case_event_of_case foreign key (case_id) references hall_case (id);

alter table clock_entry drop constraint if exists constraint_943;
alter table clock_entry drop constraint if exists clock_entry_case_id_fkey;
alter table clock_entry add constraint clock_entry_of_case foreign key (case_id) references hall_case (id);

alter table case_finding drop constraint if exists constraint_805;
alter table case_finding drop constraint if exists case_finding_case_id_fkey;
alter table case_finding add constraint case_finding_of_case foreign key (case_id) references hall_case (id);

alter table material_opinion drop constraint if exists constraint_73;
alter table material_opinion drop constraint if exists material_opinion_case_id_fkey;
alter table material_opinion add constraint material_opinion_of_case foreign key (case_id) references hall_case (id);

alter table case_reading drop constraint if exists constraint_f3;
alter table case_reading drop constraint if exists case_reading_case_id_fkey;
alter table case_reading add constraint case_reading_of_case foreign key (case_id) references hall_case (id);
