-- Why: who was chosen for what, what was sent exactly once, and what came back.
create table decision_window (
  id uuid primary key,
  business_date date not null,
  sequence int not null,
  kind varchar(12) not null check (kind in ('DAILY', 'REHEARSAL')),
  state varchar(12) not null check (state in ('OPEN', 'DECIDED')),
  opened_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  upper_bound double precision,
  objective double precision,
  gap double precision,
  constraint decision_window_uk unique (business_date, kind, sequence)
);

create table decision_participant (
  window_id uuid not null references decision_window (id),
  step_id uuid not null,
  run_id uuid not null references run (id),
  audience_id uuid not null references audience (id),
  offer varchar(8000) not null,                           -- JSON: the robot's input, enough to recompute every candidate
  joined_at timestamp with time zone not null,
  primary key (window_id, step_id)
);

create table decision_price (
  window_id uuid not null references decision_window (id),
  constraint_key varchar(120) not null,                   -- 'channel:sms', 'lead:1101', 'budget:<journey>'
  capacity double precision not null,
  used double precision not null,
  price double precision not null,                        -- yuan for one more unit
  primary key (window_id, constraint_key)
);

create table decision (
  window_id uuid not null references decision_window (id),
  customer int not null,
  run_id uuid not null references run (id),
  element_id varchar(120) not null,
  product_code varchar(16) not null,
  content_code varchar(32) not null,
  channel varchar(16) not null,
  score real not null,
  value_yuan double precision not null,
  price_yuan double precision not null,
  primary key (window_id, customer)
);
create index decision_run_ix on decision (run_id, channel, customer);

create table dispatch (
  id uuid not null unique,
  scope_run_id uuid not null references run (id),
  step varchar(140) not null,                             -- elementId#pass
  customer int not null,
  channel varchar(16) not null,
  run_id uuid not null references run (id),
  idempotency_key varchar(64) not null unique,            -- opaque digest of the key, all a gateway ever sees
  content_code varchar(32) not null,
  content_version int not null,
  product_code varchar(16),
  language varchar(2) not null,
  state varchar(12) not null check (state in ('PENDING', 'CLAIMED', 'SENDING', 'SENT', 'REJECTED', 'UNKNOWN', 'WITHHELD')),
  rule varchar(24),                                       -- why WITHHELD
  not_before timestamp with time zone not null,           -- quiet hours and back-off move it
  send_by timestamp with time zone not null,
  lease_until timestamp with time zone,
  lease_owner varchar(80),
  attempts int not null,
  provider_id varchar(120),
  error varchar(400),
  cost_yuan numeric(12, 4) not null check (cost_yuan >= 0),
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint dispatch_pk primary key (scope_run_id, step, customer, channel)
);
create index dispatch_work_ix on dispatch (state, channel, not_before);
create index dispatch_run_ix on dispatch (run_id, step, state);
create index dispatch_customer_ix on dispatch (customer, created_at);

create table receipt (
  channel varchar(16) not null,
  provider_event_id varchar(120) not null,
  dispatch_id uuid,                                       -- null: quarantined, the key is not ours
  customer int,
  idempotency_key varchar(64) not null,
  type varchar(12) not null check (type in ('ACCEPTED', 'DELIVERED', 'OPENED', 'CLICKED', 'REPLIED', 'BOUNCED', 'FAILED', 'OPTED_OUT')),
  at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  reply_text varchar(400),
  primary key (channel, provider_event_id)
);
create index receipt_dispatch_ix on receipt (dispatch_id, type);

create table conversion (
  id varchar(80) primary key,
  customer int,                                           -- null: quarantined
  customer_key varchar(64) not null,
  product_code varchar(16) not null,
  at timestamp with time zone not null,
  amount_yuan numeric(16, 2) not null,
  received_at timestamp with time zone not null
);
create index conversion_customer_ix on conversion (customer, at);
create index conversion_product_ix on conversion (product_code, at);

create table uplift_report (
  id uuid primary key,
  run_id uuid not null references run (id),
  journey_id uuid not null references journey (id),
  business_date date not null,
  state varchar(12) not null check (state in ('PROVISIONAL', 'FINAL')),
  computed_at timestamp with time zone not null,
  window_days int not null,
  treatment_n int not null,
  treatment_converted int not null,
  control_n int not null,
  control_converted int not null,
  treatment_rate double precision not null,
  control_rate double precision not null,
  uplift double precision not null,
  low double precision not null,
  high double precision not null,
  confidence double precision not null,
  srm_p double precision not null,
  expected_share double precision not null,
  amount_treatment_yuan numeric(18, 2) not null,
  amount_control_yuan numeric(18, 2) not null,
  amount_caused_yuan numeric(18, 2) not null,
  cost_yuan numeric(18, 4) not null,
  contacted int not null,
  detail text not null,                                   -- JSON: by channel, wave, group, sub-branch (not causal)
  constraint uplift_report_uk unique (run_id)
);

create table result_file (
  id uuid primary key,
  run_id uuid not null references run (id),
  element_id varchar(120) not null,
  pass int not null,
  name varchar(200) not null,
  media_type varchar(120) not null,
  path varchar(400) not null,                             -- below $WAYBOT_HOME/files
  row_count bigint not null,
  sha256 varchar(64) not null,
  created_at timestamp with time zone not null,
  constraint result_file_uk unique (run_id, element_id, pass, name)
);

create table write_back_row (
  run_id uuid not null references run (id),
  customer int not null,
  arm varchar(12) not null,
  channel varchar(16),
  product_code varchar(16),
  responded boolean not null,
  converted boolean not null,
  primary key (run_id, customer)
);
