-- Why: one run per (journey, business date, kind, attempt), and each step's effect exactly once.
create table run (
  id uuid primary key,
  journey_id uuid not null references journey (id),
  journey_version_id uuid not null references journey_version (id),
  business_date date not null,
  kind varchar(12) not null check (kind in ('DAILY', 'RERUN', 'REHEARSAL')),
  attempt int not null,
  state varchar(16) not null check (state in ('STARTING', 'WAITING_DATA', 'RUNNING', 'INCIDENT', 'FINISHED', 'FAILED', 'CANCELLED', 'SKIPPED')),
  scope_run_id uuid not null,                             -- a RERUN's is that date's DAILY run: nobody is sent twice
  engine_id uuid,
  instance_key bigint,
  parameters varchar(8000) not null,                      -- JSON
  state_reason varchar(400),
  started_by varchar(64) not null,
  started_at timestamp with time zone not null,
  state_changed_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  version int not null,
  constraint run_uk unique (journey_id, business_date, kind, attempt)
);
create index run_state_ix on run (state);
create index run_instance_ix on run (engine_id, instance_key);

create table robot_step (
  id uuid primary key,
  run_id uuid not null references run (id),
  engine_id uuid not null,
  element_instance_key bigint not null,
  element_id varchar(120) not null,
  pass int not null,
  robot varchar(64) not null,                             -- job type
  job_key bigint not null,
  state varchar(12) not null check (state in ('RUNNING', 'PARKED', 'DONE', 'FAILED', 'TERMINATED')),
  acknowledged boolean not null default false,            -- the engine has taken the output
  attempts int not null,
  customers_in int,
  output text,                                            -- JSON, returned again when the job is delivered again
  error varchar(2000),
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint robot_step_uk unique (run_id, element_instance_key),
  constraint robot_step_pass_uk unique (run_id, element_id, pass)
);
create index robot_step_state_ix on robot_step (state, acknowledged);

create table robot_heartbeat (
  node varchar(120) not null,
  robot varchar(64) not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  done bigint not null,
  failed bigint not null,
  busy_ms bigint not null,
  active int not null,
  primary key (node, robot)
);

create table robot_pause (
  robot varchar(64) primary key,
  paused_by varchar(64) not null,
  paused_at timestamp with time zone not null
);

create table engine_position (
  engine_id uuid not null,
  partition_id int not null,
  position bigint not null,
  primary key (engine_id, partition_id)
);

create table engine_instance (
  engine_id uuid not null,
  instance_key bigint not null,
  process_id varchar(200) not null,
  definition_key bigint not null,
  state varchar(12) not null check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  primary key (engine_id, instance_key)
);

create table engine_element (
  engine_id uuid not null,
  element_instance_key bigint not null,
  instance_key bigint not null,
  element_id varchar(200) not null,
  element_type varchar(40) not null,
  state varchar(12) not null check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
  entered_at timestamp with time zone not null,
  left_at timestamp with time zone,
  primary key (engine_id, element_instance_key)
);
create index engine_element_instance_ix on engine_element (engine_id, instance_key, element_id);

create table engine_flow (
  engine_id uuid not null,
  instance_key bigint not null,
  flow_id varchar(200) not null,
  taken int not null,
  primary key (engine_id, instance_key, flow_id)
);

create table engine_incident (
  engine_id uuid not null,
  incident_key bigint not null,
  instance_key bigint not null,
  element_instance_key bigint not null,
  element_id varchar(200) not null,
  job_key bigint,
  error_type varchar(60) not null,
  message varchar(4000),
  raised_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  primary key (engine_id, incident_key)
);
create index engine_incident_instance_ix on engine_incident (engine_id, instance_key);

-- Customers by the journey they entered: the re-entry rule and the cohort of an evaluation.
create table journey_entry (
  journey_id uuid not null references journey (id),
  customer int not null,
  business_date date not null,
  run_id uuid not null references run (id),
  primary key (journey_id, customer, business_date)
);
create index journey_entry_run_ix on journey_entry (run_id);
