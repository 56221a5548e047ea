-- Why: customers ask the service desk and the branches about what they received; a journey brings the answers with it.
create table service_brief (
  journey_id uuid not null references journey (id),
  element_id varchar(120) not null,
  run_id uuid not null references run (id),               -- the run that published it last
  summary_zh varchar(400) not null,
  summary_en varchar(400) not null,
  questions_zh varchar(8000) not null,                    -- a question's line, its answer's lines, an empty line, the next question
  questions_en varchar(8000) not null,
  valid_until date not null,
  published_at timestamp with time zone not null,
  primary key (journey_id, element_id)
);
