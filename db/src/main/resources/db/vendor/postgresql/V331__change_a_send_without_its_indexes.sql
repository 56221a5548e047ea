-- No index of a send's row names a column that changes, and each page has room for the two later versions of its
-- rows: a change writes the row into the same page and no index.
drop index dispatch_pending_ix;
drop index dispatch_open_ix;
drop index dispatch_flight_ix;
drop index dispatch_unknown_ix;
alter table dispatch set (fillfactor = 40);
-- Rows come and go by the hundred thousand: what is gone must not be passed again and again.
alter table waiting_send set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
