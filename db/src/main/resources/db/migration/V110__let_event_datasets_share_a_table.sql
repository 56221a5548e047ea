-- Why: events, salaries and app events are three datasets of one table, which a unique table name forbade.
-- The constraint was born without a name that both databases share, so the column is replaced.
alter table dataset add column held_in varchar(64);
update dataset set held_in = table_name;
alter table dataset drop column table_name;
alter table dataset rename column held_in to table_name;
alter table dataset alter column table_name set not null;
