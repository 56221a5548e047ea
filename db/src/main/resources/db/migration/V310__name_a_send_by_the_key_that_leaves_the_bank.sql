-- Why: a send's id and the key that its gateway sees are the same digest from now on, so that one index finds a
-- send by either.
update receipt set dispatch_id = cast(idempotency_key as uuid)
where dispatch_id is not null;
update contact_log
set dispatch_id = (select cast(d.idempotency_key as uuid) from dispatch d where d.id = contact_log.dispatch_id)
where exists (select 1 from dispatch d where d.id = contact_log.dispatch_id);
update dispatch set id = cast(idempotency_key as uuid);
