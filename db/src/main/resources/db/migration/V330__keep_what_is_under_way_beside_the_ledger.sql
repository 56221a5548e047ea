-- Why: a send changes its state twice, and an index that knows the state makes each change write every index of its
-- wide row anew. What is asked about sends that wait, are on their way or are in doubt stands in narrow tables.
-- PENDING here ...
create table waiting_send (
  id uuid primary key,
  scope_run_id uuid not null,
  step varchar(140) not null,
  channel varchar(16) not null,
  rehearsal boolean not null,
  not_before timestamp with time zone not null            -- quiet hours and back-off move it
);
create index waiting_send_due_ix on waiting_send (channel, rehearsal, not_before);
create index waiting_send_step_ix on waiting_send (scope_run_id, step, channel);

-- ... SENDING here: one row for each block that a round of marks has sends of ...
create table send_round (
  owner varchar(80) not null,                             -- one lease, one owner
  scope_run_id uuid not null,
  step varchar(140) not null,
  channel varchar(16) not null,
  rehearsal boolean not null,
  inherited boolean not null,                             -- taken over from a sender that may be alive after all
  lease_until timestamp with time zone not null,          -- by the database's clock
  ids uuid array not null,
  primary key (owner, scope_run_id, step)
);

-- ... and UNKNOWN here: a receipt may still come.
create table doubtful_send (
  id uuid primary key,
  channel varchar(16) not null
);

update dispatch set state = 'PENDING' where state = 'CLAIMED';
insert into waiting_send (id, scope_run_id, step, channel, rehearsal, not_before)
select id, scope_run_id, step, channel, rehearsal, not_before from dispatch where state = 'PENDING';
insert into send_round (owner, scope_run_id, step, channel, rehearsal, inherited, lease_until, ids)
select coalesce(lease_owner, 'nobody ' || channel), scope_run_id, step, channel, rehearsal, true,
  coalesce(min(lease_until), current_timestamp), array_agg(id)
from dispatch where state = 'SENDING'
group by coalesce(lease_owner, 'nobody ' || channel), scope_run_id, step, channel, rehearsal;
insert into doubtful_send (id, channel) select id, channel from dispatch where state = 'UNKNOWN';
