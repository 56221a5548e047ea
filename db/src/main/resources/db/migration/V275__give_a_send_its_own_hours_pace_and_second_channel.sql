-- Why: a block may send at narrower hours and slower than its channel, and over another channel to
-- those whom its own cannot reach.
alter table dispatch_step add column hours varchar(60);          -- null: the channel's
alter table dispatch_step add column per_minute int;             -- null: the channel's
alter table dispatch_step add column other_channel varchar(16);  -- null: what fails stays failed
alter table dispatch_step add column other_filled boolean default false not null;
