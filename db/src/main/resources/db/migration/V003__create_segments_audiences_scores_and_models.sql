-- Why: lists of a million customers are compressed bitmaps, one row per 65,536 customer numbers.
create table segment (
  id uuid primary key,
  code varchar(64) not null unique,
  name_zh varchar(120) not null,
  name_en varchar(120) not null,
  owner_org varchar(16) not null references org_unit (code),
  kind varchar(8) not null check (kind in ('RULE', 'LIST')),
  rule varchar(20000),                                    -- JSON tree for RULE
  list_audience_id uuid,                                  -- frozen upload for LIST
  changed_by varchar(64) not null,
  changed_at timestamp with time zone not null,
  version int not null
);

create table audience (
  id uuid primary key,
  run_id uuid,
  step_id uuid,
  element_id varchar(120),
  name varchar(40) not null,                              -- the set's name: audience, allowed, treatment, control, removed …
  rule_code varchar(40),                                  -- for removed and lost sets: why
  customers int not null check (customers >= 0),
  hash varchar(64) not null,                              -- SHA-256 over the chunks in order
  lineage varchar(2000),                                  -- JSON: segment version, import ids, parent audiences
  created_at timestamp with time zone not null
);
create index audience_run_ix on audience (run_id, element_id);

create table audience_chunk (
  audience_id uuid not null references audience (id) on delete cascade,
  chunk int not null,                                     -- number >>> 16
  bits bytea not null,                                    -- serialised RoaringBitmap of number & 0xFFFF
  primary key (audience_id, chunk)
);

create table model (
  id uuid primary key,
  code varchar(64) not null unique,
  name_zh varchar(120) not null,
  name_en varchar(120) not null,
  created_at timestamp with time zone not null
);

create table model_version (
  id uuid primary key,
  model_id uuid not null references model (id),
  version int not null,
  algorithm varchar(24) not null,
  state varchar(12) not null check (state in ('CANDIDATE', 'CHAMPION', 'RETIRED')),
  dataset varchar(48) not null,
  label varchar(48) not null,
  features varchar(8000) not null,                        -- JSON: ordered columns, types and category codes as used for training
  split varchar(200) not null,                            -- JSON: {"kind":"kfold","k":5} or {"kind":"out_of_time","column":…,"share":0.2}
  train_rows int not null,
  auc double precision not null,
  ks double precision not null,
  metrics varchar(20000) not null,                        -- JSON: lift by decile, gain per feature, folds
  booster bytea not null,
  trained_by varchar(64) not null,
  trained_at timestamp with time zone not null,
  constraint model_version_uk unique (model_id, version)
);

create table score_chunk (
  model_version_id uuid not null references model_version (id),
  business_date date not null,
  chunk int not null,                                     -- number >>> 16
  scores bytea not null,                                  -- 65,536 big-endian floats; NaN = not scored
  primary key (model_version_id, business_date, chunk)
);
