drop index dispatch_work_ix;
drop index dispatch_open_ix;
drop index dispatch_lease_ix;
