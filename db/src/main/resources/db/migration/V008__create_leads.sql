-- Why: work for branch staff. A lead is the ledger row of channel 'branch'.
create table lead (
  id uuid primary key,
  run_id uuid not null references run (id),
  scope_run_id uuid not null references run (id),
  step varchar(140) not null,
  journey_id uuid not null references journey (id),
  customer int not null,
  org_code varchar(16) not null references org_unit (code),
  staff_login varchar(64) references app_user (login),    -- null: unassigned
  product_code varchar(16),
  content_code varchar(32),
  script_code varchar(16),
  priority int not null,                                  -- 1 first
  score real not null,
  value_yuan double precision not null,
  reasons varchar(2000) not null,                         -- JSON: [{code, zh, en}]
  state varchar(8) not null check (state in ('OPEN', 'DONE', 'EXPIRED')),
  outcome varchar(20) check (outcome in ('BOUGHT', 'INTERESTED', 'CALL_AGAIN', 'NO_ANSWER', 'NOT_INTERESTED', 'WRONG_NUMBER', 'DO_NOT_CONTACT')),
  note varchar(1000),
  recording_no varchar(60),
  call_again_on date,
  due_on date not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  version int not null,
  constraint lead_uk unique (scope_run_id, step, customer)
);
create index lead_staff_ix on lead (staff_login, state, priority);
create index lead_org_ix on lead (org_code, state);
create index lead_customer_ix on lead (customer, created_at);
create index lead_run_ix on lead (run_id);

create table lead_act (
  id uuid primary key,
  lead_id uuid not null references lead (id),
  at timestamp with time zone not null,
  actor varchar(64) not null,
  act varchar(24) not null,                               -- outcome, reassigned, expired
  detail varchar(400)
);
create index lead_act_lead_ix on lead_act (lead_id, at);
