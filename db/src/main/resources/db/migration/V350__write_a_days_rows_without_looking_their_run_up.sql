-- Why: for every one of a day's millions of rows the server looked up once more that its run, window or journey is
-- there. The run's own robots write them, and none of the three is ever deleted. (H2 gave these keys other names and
-- keeps them: nothing there is that big.) Nobody asks for the entries of one run.
alter table journey_entry drop constraint if exists journey_entry_journey_id_fkey;
alter table journey_entry drop constraint if exists journey_entry_run_id_fkey;
alter table decision drop constraint if exists decision_window_id_fkey;
alter table decision drop constraint if exists decision_run_id_fkey;
alter table dispatch drop constraint if exists dispatch_scope_run_id_fkey;
alter table dispatch drop constraint if exists dispatch_run_id_fkey;
alter table write_back_row drop constraint if exists write_back_row_run_id_fkey;
drop index journey_entry_run_ix;
