-- Why: a parked step must know, also after a restart, which data it waits for and until when.
create table data_need (
  step_id uuid primary key references robot_step (id),
  run_id uuid not null references run (id),
  datasets varchar(2000) not null,                        -- names, separated by commas
  data_date date not null,
  cut_off timestamp with time zone not null,
  previous_day boolean not null                           -- at the cut-off: use the day before, else skip the run
);
