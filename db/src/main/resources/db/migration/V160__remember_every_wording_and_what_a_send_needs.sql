-- Why: what was sent must be shown word for word after the content changed, and what an approver saw is what is sent.
create table content_history (
  content_code varchar(32) not null,
  version int not null,
  language varchar(2) not null,
  title varchar(200) not null,
  body varchar(2000) not null,
  valid_until date,
  changed_by varchar(64) not null,
  changed_at timestamp with time zone not null,
  primary key (content_code, version, language)
);

-- The local date on which a send was marked: channel capacity and caps count by it. Null for a rehearsal.
alter table dispatch add column marked_on date;
-- A rehearsal's row is rendered and recorded, never sent, and takes no capacity.
alter table dispatch add column rehearsal boolean default false not null;
-- An earlier call of this row may have arrived: it is never called "withheld" any more.
alter table dispatch add column uncertain boolean default false not null;
create index dispatch_lease_ix on dispatch (lease_owner);
create index dispatch_day_ix on dispatch (channel, marked_on);

-- How much of a channel's daily capacity is used; locked by whoever marks sends of that channel.
create table channel_day (
  channel varchar(16) not null references channel (code),
  on_date date not null,
  used int not null check (used >= 0),
  primary key (channel, on_date)
);

-- The steps whose sends are still under way: their robot is parked.
create table dispatch_step (
  step_id uuid primary key,
  run_id uuid not null references run (id),
  scope_run_id uuid not null references run (id),
  element_id varchar(120) not null,
  step varchar(140) not null,
  channel varchar(16) not null,
  audience_id uuid not null,
  rehearsal boolean not null,
  send_by timestamp with time zone not null,
  filled boolean default false not null,                  -- all ledger rows are there
  finished_at timestamp with time zone
);
create index dispatch_step_open_ix on dispatch_step (finished_at);

-- Colleagues who may receive a test send before go-live; nobody else may.
create table test_recipient (
  id uuid primary key,
  name varchar(120) not null,
  phone varchar(40),
  mail varchar(200),
  device_id varchar(120),
  customer_key varchar(64),
  added_by varchar(64) not null,
  active boolean default true not null
);

create table test_send (
  id uuid primary key,
  content_code varchar(32) not null,
  content_version int not null,
  channel varchar(16) not null,
  language varchar(2) not null,
  recipient_id uuid not null references test_recipient (id),
  answer varchar(400) not null,
  sent_by varchar(64) not null,
  sent_at timestamp with time zone not null
);
