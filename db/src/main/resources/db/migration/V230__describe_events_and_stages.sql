-- Why: a planner chooses events by what they mean, who owns them and how fresh they are; detection happens once a date.
alter table event_type add column stage varchar(24);                                  -- of a behaviour
alter table event_type add column owner varchar(120);
alter table event_type add column source varchar(12) default 'FEED' not null;
alter table event_type add constraint event_type_source_ck check (source in ('FEED', 'COLUMNS', 'EVENTS'));

alter table dataset_column add column owner varchar(120);

create table event_detection (
  business_date date primary key,
  detected_at timestamp with time zone not null,
  events int not null,
  customers int not null,
  staged int not null                                     -- customers with a stage
);

-- Whom an event that is a condition, not a moment, held for when it was last looked at: it happens when it begins.
create table event_standing (
  code varchar(24) primary key,
  business_date date not null,
  audience_id uuid not null references audience (id)
);

create table customer_stage (
  customer int primary key,
  stage varchar(24) not null,
  behaviour varchar(24) not null,
  behaved_at timestamp with time zone not null
);
create index customer_stage_ix on customer_stage (stage, customer);
