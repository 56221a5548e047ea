-- Why: a planner who opens a journey is told who is drawing on it already, and since when.
create table journey_editor (
  journey_id uuid not null references journey (id),
  tab uuid not null,                                       -- one open designer; a person may have several
  login varchar(40) not null,
  since timestamp with time zone not null,
  seen_at timestamp with time zone not null,               -- the browser says every few seconds that it is there
  primary key (journey_id, tab)
);
