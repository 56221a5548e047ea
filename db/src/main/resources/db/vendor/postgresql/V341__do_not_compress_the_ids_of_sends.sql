-- Why: the server tried to compress what is nearly random, 16 bytes of digest for each send that waits or is on its way,
-- and what lives for moments.
alter table waiting_page alter column ids set storage external;
alter table send_round alter column ids set storage external;
