-- Why: a send passes through four states and each writes all indexes anew; what is asked about sends under way
-- needs no entry for the millions that are done.
drop index dispatch_work_ix;
drop index dispatch_run_ix;
drop index dispatch_lease_ix;
create index dispatch_pending_ix on dispatch (channel, not_before) where state = 'PENDING';
create index dispatch_open_ix on dispatch (scope_run_id, step, channel) where state in ('PENDING', 'CLAIMED', 'SENDING');
create index dispatch_run_ix on dispatch (run_id);
create index dispatch_flight_ix on dispatch (channel, lease_until) where state in ('CLAIMED', 'SENDING');
create index dispatch_lease_ix on dispatch (lease_owner) where lease_owner is not null;
