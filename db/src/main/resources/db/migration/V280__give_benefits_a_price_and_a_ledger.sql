-- Why: a budget in yuan needs what one piece costs, and a benefit must reach a customer once for each reason.
alter table benefit add column unit_yuan numeric(12, 2) default 1 not null;
alter table benefit add constraint benefit_unit_ck check (unit_yuan > 0);

create table benefit_grant (
  benefit_code varchar(16) not null references benefit (code),
  customer int not null,
  reason varchar(200) not null,                           -- scope run and step: a rerun of the day is the same reason
  journey_id uuid not null references journey (id),
  element_id varchar(120) not null,
  run_id uuid not null references run (id),
  granted_yuan numeric(12, 2) not null check (granted_yuan > 0),
  granted_at timestamp with time zone not null,
  primary key (benefit_code, customer, reason)
);
create index benefit_grant_block_ix on benefit_grant (benefit_code, journey_id, element_id);
create index benefit_grant_reason_ix on benefit_grant (reason);
create index benefit_grant_customer_ix on benefit_grant (customer, granted_at);
