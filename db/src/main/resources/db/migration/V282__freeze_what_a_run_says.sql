-- Why: all waves of a run say the words that were prepared and checked for it, whatever is written meanwhile.
create table prepared_content (
  scope_run_id uuid not null references run (id),
  content_code varchar(32) not null,
  version int not null,
  prepared_at timestamp with time zone not null,
  primary key (scope_run_id, content_code)
);
