-- Why: a provider that was merely busy must not use up the tries of a send whose arrival is in doubt.
alter table dispatch add column doubts int default 0 not null;
