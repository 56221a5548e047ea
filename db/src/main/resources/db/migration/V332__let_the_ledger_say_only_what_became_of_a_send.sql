-- Where these stand now: waiting_send and send_round.
alter table dispatch drop column not_before;
alter table dispatch drop column lease_owner;
alter table dispatch drop column lease_until;
