alter table hall_case drop column if exists answers;
-- Open cases of a line are found by (ended_at, item, line).
drop index if exists hall_case_line;
