-- Why: the bank wants at least and at most so many customers per product on a date, and products that exclude each other;
-- and a decision made again years later must find what customers were like then.
create table product_goal (
  product_code varchar(16) primary key references product (code),
  minimum int not null check (minimum >= 0),
  maximum int check (maximum >= minimum),                 -- null: no limit
  penalty_yuan numeric(12, 2) not null check (penalty_yuan >= 0), -- what a missing customer may cost at most
  valid_from date,
  valid_until date
);

create table product_conflict (
  product_code varchar(16) not null references product (code),
  other_code varchar(16) not null references product (code),
  days int not null check (days between 1 and 400),
  primary key (product_code, other_code)
);

alter table decision_price alter column capacity drop not null; -- null: only a minimum
alter table decision_price add column minimum double precision default 0 not null;
alter table decision_price add column missing double precision default 0 not null;
alter table decision_price add column penalty double precision default 0 not null; -- yuan a missing unit may cost

-- A small whole number per customer of a window, one set of customers per bit.
create table decision_fact (
  window_id uuid not null references decision_window (id),
  fact varchar(16) not null,                              -- contacts, unit, household
  bit int not null,
  audience_id uuid not null references audience (id),
  primary key (window_id, fact, bit)
);

-- What the numbers of a fact stand for, where they are not simply numbers.
create table decision_fact_name (
  window_id uuid not null references decision_window (id),
  fact varchar(16) not null,
  number int not null,
  name varchar(64) not null,
  primary key (window_id, fact, number)
);
