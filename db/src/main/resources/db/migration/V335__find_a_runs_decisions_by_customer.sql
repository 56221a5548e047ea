-- Why: a day's decisions are written in number order, so an index in that order grows at its end; by channel first it
-- is torn open in several places, and whoever asks for a run's customers has to look in each of them.
drop index decision_run_ix;
create index decision_run_ix on decision (run_id, customer);
