-- Why: who gets what after which event stands in tables that planners import and edit; every version is kept.
create table strategy_table (
  code varchar(64) primary key,
  name_zh varchar(120) not null,
  name_en varchar(120) not null,
  owner_org varchar(16) not null references org_unit (code),
  version int not null
);

create table strategy_version (
  table_code varchar(64) not null references strategy_table (code),
  version int not null,
  strategies int not null,
  note varchar(400) not null,
  changed_by varchar(64) not null,
  changed_at timestamp with time zone not null,
  primary key (table_code, version)
);

create table strategy (
  table_code varchar(64) not null,
  version int not null,
  code varchar(16) not null,
  segment_code varchar(64) not null,
  event_code varchar(24) not null,
  product_code varchar(16),                               -- null: care and service name no product
  channel varchar(16) not null,
  second_channel varchar(16),
  content_code varchar(32) not null,
  purpose varchar(16) not null check (purpose in ('MARKETING', 'CARE', 'SERVICE')),
  fresh_days int not null check (fresh_days between 0 and 400),
  priority int not null check (priority between 1 and 5),
  primary key (table_code, version, code),
  foreign key (table_code, version) references strategy_version (table_code, version)
);

-- The customers behind a step's list by strategy: one candidate is one customer in one of these sets.
create table candidate_set (
  step_id uuid not null,
  strategy varchar(16) not null,
  table_code varchar(64) not null,
  table_version int not null,
  audience_id uuid not null references audience (id),
  primary key (step_id, strategy)
);

create table candidate_loss (
  step_id uuid not null,
  strategy varchar(40) not null,                          -- the strategy, or product and channel
  rule varchar(40) not null,
  audience_id uuid not null references audience (id),
  primary key (step_id, strategy, rule)
);
