-- Why: open reports ask every few seconds whether a sale has arrived since they were computed.
create index conversion_received_ix on conversion (received_at);
