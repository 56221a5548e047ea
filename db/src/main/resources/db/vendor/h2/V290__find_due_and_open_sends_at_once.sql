-- H2 has no partial indexes: rehearsed rows stand apart, and a block's open rows are found by state.
drop index dispatch_work_ix;
create index dispatch_work_ix on dispatch (state, channel, rehearsal, not_before);
drop index dispatch_run_ix;
create index dispatch_run_ix on dispatch (run_id);
create index dispatch_open_ix on dispatch (scope_run_id, step, state);
