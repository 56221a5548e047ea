-- Why: every change of a send's state writes all indexes of its row anew; nobody asks by channel and day.
drop index dispatch_day_ix;
