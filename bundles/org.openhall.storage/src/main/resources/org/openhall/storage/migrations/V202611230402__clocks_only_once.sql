drop table if exists clock_entry;
