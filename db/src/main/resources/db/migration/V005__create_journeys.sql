-- Why: a journey is drawn once and deployed in versions that never change afterwards.
create table journey (
  id uuid primary key,
  journey_key varchar(120) not null unique,               -- the BPMN process id
  name_zh varchar(120) not null,
  name_en varchar(120) not null,
  owner_org varchar(16) not null references org_unit (code),
  owner_login varchar(64) not null,
  live_version_id uuid,
  paused boolean not null default false,
  retired boolean not null default false,
  experiment_salt varchar(120) not null,
  created_at timestamp with time zone not null,
  version int not null
);

create table journey_version (
  id uuid primary key,
  journey_id uuid not null references journey (id),
  version_no int not null,
  revision int not null,                                  -- counts saves of the draft: If-Match
  state varchar(16) not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'LIVE', 'RETIRED')),
  bpmn text not null,
  settings varchar(8000) not null,                        -- JSON: purpose, goal, priority, budget, from, until, re-entry, schedule, wait parameters …
  author varchar(64) not null,
  saved_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  deployed_at timestamp with time zone,
  constraint journey_version_uk unique (journey_id, version_no)
);

create table approval (
  id uuid primary key,
  journey_version_id uuid not null references journey_version (id),
  step varchar(32) not null,                              -- BUSINESS, COMPLIANCE
  state varchar(12) not null check (state in ('WAITING', 'APPROVED', 'RETURNED', 'VOID')),
  decided_by varchar(64),
  comment varchar(2000),
  element_id varchar(120),
  due_at timestamp with time zone not null,
  decided_at timestamp with time zone
);
create index approval_version_ix on approval (journey_version_id);
create index approval_state_ix on approval (state, due_at);

-- A fresh engine hands out the same keys again: keys mean something only with the engine's id.
create table deployment (
  engine_id uuid not null,
  journey_version_id uuid not null references journey_version (id),
  definition_key bigint not null,
  definition_version int not null,
  deployed_at timestamp with time zone not null,
  primary key (engine_id, journey_version_id)
);
