drop index dispatch_pending_ix;
create index dispatch_pending_ix on dispatch (channel, rehearsal, not_before) where state = 'PENDING';
create index dispatch_unknown_ix on dispatch (channel) where state = 'UNKNOWN';
