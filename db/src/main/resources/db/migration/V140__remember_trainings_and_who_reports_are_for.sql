-- Why: training on an imported table takes longer than a request; a report is for some roles only.
create table model_training (
  id uuid primary key,
  model_code varchar(64) not null,
  name_zh varchar(120) not null,
  name_en varchar(120) not null,
  dataset varchar(48) not null,
  label varchar(48) not null,
  features varchar(8000) not null,                        -- JSON: chosen columns, empty for all that can be used
  split varchar(200) not null,                            -- JSON as in model_version
  state varchar(8) not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  message varchar(2000),
  model_version_id uuid references model_version (id),
  asked_by varchar(64) not null,
  asked_at timestamp with time zone not null,
  finished_at timestamp with time zone
);
create index model_training_state_ix on model_training (state, asked_at);

alter table result_file add column recipients varchar(200) default 'PLANNER,APPROVER,MANAGER,ANALYST' not null;
