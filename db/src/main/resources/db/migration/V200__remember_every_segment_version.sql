-- Why: a run's list says which version of a segment it was pulled by; that version must still be readable.
create table segment_history (
  segment_id uuid not null references segment (id),
  version int not null,
  name_zh varchar(120) not null,
  name_en varchar(120) not null,
  rule varchar(20000),
  list_audience_id uuid,
  changed_by varchar(64) not null,
  changed_at timestamp with time zone not null,
  primary key (segment_id, version)
);
insert into segment_history (segment_id, version, name_zh, name_en, rule, list_audience_id, changed_by, changed_at)
  select id, version, name_zh, name_en, rule, list_audience_id, changed_by, changed_at from segment;
