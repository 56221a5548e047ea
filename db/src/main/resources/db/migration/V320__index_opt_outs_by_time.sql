-- Why: the approver's home counts the opt-outs of a week; without an index that reads every opt-out there ever was.
create index opt_out_at_ix on opt_out (at);
