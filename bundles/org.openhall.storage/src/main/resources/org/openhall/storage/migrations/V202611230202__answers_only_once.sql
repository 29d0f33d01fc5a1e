alter table hall_case drop column if exists answers;
