-- Why: a lead that is not worked in time goes back to the team once, or ends, as its journey says.
alter table lead add column if_expired varchar(8) default 'CLOSE' not null;
alter table lead add constraint lead_if_expired_ck check (if_expired in ('RETURN', 'CLOSE'));
create index lead_due_ix on lead (state, due_on);
create index lead_day_ix on lead (created_at);
