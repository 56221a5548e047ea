-- Why: each of a day's entries wrote it, and nobody asks for the entries of one run.
drop index journey_entry_run_ix;
