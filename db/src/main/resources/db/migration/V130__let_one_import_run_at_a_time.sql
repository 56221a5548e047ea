-- Why: new customers get the next free numbers, so imports of an installation stand in one line; a lease
-- tells an import that still runs from one whose process was killed.
create table import_gate (
  id int primary key check (id = 1)
);
insert into import_gate (id) values (1);

alter table import_job add column lease_until timestamp with time zone;
alter table import_job add column node varchar(120);
alter table import_job alter column mapping set data type varchar(100000);
