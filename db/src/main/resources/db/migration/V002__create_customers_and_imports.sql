-- Why: customers are known by a dense int number inside and by the bank's own key outside.
create table customer (
  number int primary key,
  customer_key varchar(64) not null unique,
  org_code varchar(16) not null,
  home_staff varchar(64),                                 -- login of the relationship manager, if any
  household varchar(64),
  active boolean not null default true                    -- a SNAPSHOT import switches missing customers off, never deletes them
);
create index customer_org_ix on customer (org_code, number);

-- A dataset is a typed table filled by imports. PROFILE: table data_<name>(number int primary key, …columns). EVENT: rows go to customer_event.
create table dataset (
  name varchar(48) primary key,                           -- [a-z][a-z0-9_]*
  kind varchar(8) not null check (kind in ('PROFILE', 'EVENT')),
  table_name varchar(64) not null unique,
  label_zh varchar(120) not null,
  label_en varchar(120) not null,
  data_date date,                                         -- newest dataDate of a finished import
  last_import_id uuid,
  last_rows bigint not null default 0
);

create table dataset_column (
  dataset varchar(48) not null references dataset (name),
  name varchar(48) not null,                              -- safe identifier: [a-z][a-z0-9_]*, never reserved
  label varchar(120) not null,                            -- the name in the file, kept as it came
  label_zh varchar(120),
  type varchar(8) not null check (type in ('INT', 'DECIMAL', 'TEXT', 'DATE', 'BOOL')),
  position int not null,
  tier int not null default 2 check (tier between 1 and 3),
  primary key (dataset, name)
);

create table import_job (
  id uuid primary key,
  dataset varchar(48) not null,
  data_date date not null,
  mode varchar(8) not null check (mode in ('UPSERT', 'SNAPSHOT')),
  state varchar(8) not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'REFUSED', 'FAILED')),
  file_name varchar(260) not null,
  mapping varchar(20000) not null,                        -- the mapping as JSON
  rows_read bigint not null default 0,
  inserted bigint not null default 0,
  updated bigint not null default 0,
  unchanged bigint not null default 0,
  rejected bigint not null default 0,
  deactivated bigint not null default 0,
  reason_code varchar(40),
  reason_zh varchar(1000),
  reason_en varchar(1000),
  errors_file varchar(400),
  started_by varchar(64) not null,
  queued_at timestamp with time zone not null,
  finished_at timestamp with time zone
);
create index import_job_dataset_ix on import_job (dataset, data_date);

create table import_mapping (
  name varchar(80) primary key,
  mapping varchar(20000) not null
);

-- What a customer did or what happened to a customer; from files, the API or derived. Id is unique per dataset, so importing twice changes nothing.
create table customer_event (
  dataset varchar(48) not null,
  event_id varchar(80) not null,
  customer int not null,
  code varchar(24) not null,                              -- E01…E31, B01…B20, SALARY …
  at timestamp with time zone not null,
  amount_yuan numeric(16, 2),
  attributes varchar(2000),                               -- JSON
  primary key (dataset, event_id)
);
create index customer_event_code_ix on customer_event (code, at, customer);
create index customer_event_customer_ix on customer_event (customer, at);

-- A lookup of words for the event and stage codes.
create table event_type (
  code varchar(24) primary key,
  kind varchar(12) not null check (kind in ('EVENT', 'BEHAVIOUR', 'STAGE', 'FACT')),
  name_zh varchar(120) not null,
  name_en varchar(120) not null,
  rule_zh varchar(400),
  rule_en varchar(400),
  fresh_days int,
  tier int not null default 2
);
