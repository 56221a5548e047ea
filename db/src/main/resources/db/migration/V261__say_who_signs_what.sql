-- Why: the bank decides by risk, size, channel, purpose and unit who signs, in which order and how soon.
create table approval_rule (
  id uuid primary key,
  step varchar(32) not null check (step in ('BUSINESS', 'COMPLIANCE', 'HEAD_OF_RETAIL')),
  stage int not null check (stage between 1 and 9),       -- signatures of one stage are given in any order
  tier varchar(8) not null check (tier in ('LOW', 'MIDDLE', 'HIGH')),   -- from this risk on
  customers int not null check (customers >= 0),          -- from so many on the list on
  channel varchar(16),                                    -- null: any
  purpose varchar(16) check (purpose in ('MARKETING', 'CARE', 'SERVICE')),  -- null: any
  owner_org varchar(16) references org_unit (code),       -- journeys of this unit and below; null: any
  due_hours int not null check (due_hours between 1 and 200)  -- business hours, nine a business day
);
insert into approval_rule (id, step, stage, tier, customers, due_hours) values
  ('00000000-0000-0000-0000-000000000261', 'BUSINESS', 1, 'LOW', 0, 9),
  ('00000000-0000-0000-0000-000000000262', 'COMPLIANCE', 1, 'MIDDLE', 0, 9),
  ('00000000-0000-0000-0000-000000000263', 'HEAD_OF_RETAIL', 2, 'HIGH', 0, 9);

alter table approval add column stage int default 1 not null;
update approval set stage = 2 where step = 'HEAD_OF_RETAIL';
alter table approval add column signed_for varchar(64);   -- whose deputy decided
alter table approval add column checked varchar(500);     -- what the signer confirmed, codes with commas

create table approval_deputy (
  id uuid primary key,
  approver varchar(64) not null references app_user (login),
  deputy varchar(64) not null references app_user (login),
  from_date date not null,
  until_date date not null,
  constraint approval_deputy_period check (until_date >= from_date),
  constraint approval_deputy_other check (deputy <> approver)
);
create index approval_deputy_ix on approval_deputy (deputy, until_date);

-- After going live somebody who signed looks at what came of it.
create table go_live_review (
  journey_version_id uuid primary key references journey_version (id),
  due_at timestamp with time zone not null,
  done_by varchar(64),
  done_at timestamp with time zone,
  finding varchar(2000)
);

-- What an approver wanted changed stays in sight of the planners until the journey is submitted again.
alter table approval add column resolved_at timestamp with time zone;
