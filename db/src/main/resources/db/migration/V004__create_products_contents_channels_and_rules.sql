-- Why: what can be offered, said, sent, and what must not be.
create table product (
  code varchar(16) primary key,
  name_zh varchar(120) not null,
  name_en varchar(120) not null,
  product_class varchar(16) not null,                     -- DEPOSIT STRUCTURED WEALTH FUND INSURANCE GOLD CARD LOAN SERVICE PENSION
  terms_zh varchar(200),
  terms_en varchar(200),
  rate varchar(40),                                       -- as shown in {{rate}}
  risk_level int check (risk_level between 1 and 5),      -- null: not an investment
  min_yuan numeric(16, 2),
  margin_yuan numeric(16, 2) not null,
  disclaimer_code varchar(8),
  recorded_sale boolean not null default false,           -- 双录
  active boolean not null default true
);

create table disclaimer (
  code varchar(8) primary key,
  text_zh varchar(400) not null,
  text_en varchar(400) not null
);

create table benefit (
  code varchar(16) primary key,
  name_zh varchar(120) not null,
  name_en varchar(120) not null,
  purpose_zh varchar(200) not null,
  purpose_en varchar(200) not null,
  stock int not null check (stock >= 0)
);

create table content (
  id uuid primary key,
  code varchar(32) not null unique,
  product_code varchar(16) references product (code),
  owner_org varchar(16) not null references org_unit (code),
  purpose varchar(16) not null check (purpose in ('MARKETING', 'CARE', 'SERVICE')),
  valid_from date,
  valid_until date,
  page varchar(120),                                      -- app page that push and message centre open
  changed_by varchar(64) not null,
  changed_at timestamp with time zone not null,
  version int not null
);

create table content_text (
  content_id uuid not null references content (id) on delete cascade,
  language varchar(2) not null check (language in ('zh', 'en')),
  title varchar(200) not null,
  body varchar(2000) not null,
  primary key (content_id, language)
);

create table script (
  code varchar(16) primary key,
  name_zh varchar(120) not null,
  name_en varchar(120) not null,
  text_zh varchar(4000) not null,
  text_en varchar(4000) not null,
  dont_zh varchar(2000),
  dont_en varchar(2000)
);

create table channel (
  code varchar(16) primary key,                           -- sms push inbox email branch wecom call queue position
  name_zh varchar(60) not null,
  name_en varchar(60) not null,
  connected boolean not null,
  daily_capacity int not null check (daily_capacity >= 0),
  per_minute int not null check (per_minute > 0),
  cost_yuan numeric(12, 4) not null check (cost_yuan >= 0),
  hours varchar(80) not null,                             -- '08:00-21:00' or '10:00-12:00,14:00-19:00' or '00:00-24:00', bank's zone
  business_days_only boolean not null default false,
  counts_as_contact boolean not null,
  cap_per_customer varchar(80),                           -- '1/1,3/7': n contacts per d days
  crash_kind varchar(12) not null check (crash_kind in ('IDEMPOTENT', 'QUERYABLE', 'PLAIN', 'OWN_TABLE')),
  factor double precision not null default 1.0,           -- channel efficiency used in the expected value
  stopped boolean not null default false,                 -- the kill switch of this channel
  position int not null
);

-- The bank's contact rules, in the order they are applied; parameters may be made stricter, never looser than the floor.
create table contact_rule (
  code varchar(24) primary key,
  position int not null unique,
  enabled boolean not null default true,
  parameters varchar(400) not null,                       -- JSON: {"contacts":2,"days":7}
  floor varchar(400) not null
);

create table business_day (
  calendar_date date primary key,
  working boolean not null,
  note varchar(60)
);

-- Consent and opt-outs: the newest row per (customer, channel) counts; '*' means every channel. History is kept as evidence.
create table consent_entry (
  id uuid primary key,
  customer int not null,
  granted boolean not null,
  at timestamp with time zone not null,
  source varchar(40) not null,
  text_version varchar(40)
);
create index consent_entry_customer_ix on consent_entry (customer, at);

create table opt_out (
  id uuid primary key,
  customer int not null,
  channel varchar(16) not null,
  at timestamp with time zone not null,
  source varchar(40) not null,                            -- reply, link, app, staff, service_desk, api, import
  lifted_at timestamp with time zone
);
create index opt_out_customer_ix on opt_out (customer, channel);

-- Locked `for update` in customer order by whoever marks a send: serialises caps, consent and opt-outs of one customer.
create table contact_state (
  customer int primary key,
  last_contact_at timestamp with time zone
);

create table contact_log (
  customer int not null,
  channel varchar(16) not null,
  at timestamp with time zone not null,
  contact_date date not null,                                    -- local date of sending
  run_id uuid,
  dispatch_id uuid not null primary key
);
create index contact_log_customer_ix on contact_log (customer, contact_date);
create index contact_log_day_ix on contact_log (contact_date, channel);

-- The kill switch: an active row stops sends of its scope; release needs a second person.
create table stop_order (
  id uuid primary key,
  scope varchar(12) not null check (scope in ('ALL', 'CHANNEL', 'JOURNEY', 'BRANCH')),
  target varchar(64) not null,
  reason varchar(400) not null,
  ordered_by varchar(64) not null,
  ordered_at timestamp with time zone not null,
  release_asked_by varchar(64),
  released_by varchar(64),
  released_at timestamp with time zone
);
