-- Why: each of the two changes of a send's state writes every index of its row anew, and a day's rows are millions.
-- Found by id: see V310.
alter table dispatch drop constraint dispatch_idempotency_key_key;
-- Nobody asks by it: a lease's rows are read by their ids.
drop index dispatch_lease_ix;
-- A run's rows lie together, so the first and last of each page range say as much as an entry for every row.
drop index dispatch_run_ix;
create index dispatch_run_ix on dispatch using brin (run_id) with (autosummarize = on);
drop index journey_entry_run_ix;
create index journey_entry_run_ix on journey_entry using brin (run_id) with (autosummarize = on);
drop index contact_log_day_ix;
create index contact_log_day_ix on contact_log using brin (contact_date) with (autosummarize = on);
-- A foreign key looks its run up once for every row. The rows of a step are written in bulk under the id of the run
-- that the step itself references, and neither runs, windows nor journeys are ever deleted.
alter table dispatch drop constraint dispatch_scope_run_id_fkey;
alter table dispatch drop constraint dispatch_run_id_fkey;
alter table decision drop constraint decision_window_id_fkey;
alter table decision drop constraint decision_run_id_fkey;
alter table journey_entry drop constraint journey_entry_journey_id_fkey;
alter table journey_entry drop constraint journey_entry_run_id_fkey;
alter table write_back_row drop constraint write_back_row_run_id_fkey;
