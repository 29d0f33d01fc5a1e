-- Indexes for halls with a million cases. Lists are ordered by whole indexes: by equal columns first, then by what they are told to be ordered by.

-- cases --------------------------------------------------------------------------------------------------------------
-- The applicant's name as bytes, in small letters: ordered alike on every database, whatever its collation, so that a beginning is a range.
alter table task add column name_key bytea default '' not null;
-- PostgreSQL reads a backslash in a text that becomes bytes as the beginning of an escape.
update task set name_key = (select cast(lower(replace(c.party_name, '\', '\\')) as bytea) from hall_case c where c.id = task.case_id);
-- Of open tasks closed_by is null; an official's closed ones are found by the same index.
create index task_named on task (closed_by, is_open, department, region, post, name_key, due_at, closed_at, id);
create index task_mine on task (claimant, is_open, department, region, post, due_at, id);
create index task_finished on task (closed_by, department, region, post, closed_at, id);
drop index task_done;
drop index hall_case_name;

-- What the clocks go through: cases that have not ended, by id.
create index hall_case_going on hall_case (ended_at, id);

create index draft_mine on draft (account_id, filed_as, updated_at, id);
drop index draft_account;

create index progress_failure_age on progress_failure (at, id);

-- users --------------------------------------------------------------------------------------------------------------
create index sign_in_failure_age on sign_in_failure (at, id);
create index session_opened on session (created_at);
