-- Why: without rules nobody may be contacted at will; every installation starts from the bank's defaults, which are also the floors.
insert into contact_rule (code, position, enabled, parameters, floor) values
  ('NO_CONSENT', 10, true, '{}', '{}'),
  ('NOT_PERSONALISED', 20, true, '{}', '{}'),
  ('PROTECTED', 30, true, '{}', '{}'),
  ('COMPLAINT', 40, true, '{"days":30}', '{"days":30}'),
  ('CAP', 50, true, '{"contacts":2,"days":7}', '{"contacts":2,"days":7}'),
  ('HOLDS', 60, true, '{"days":30}', '{"days":30}'),
  ('REENTRY', 70, true, '{"days":30}', '{"days":30}'),
  ('OPTED_OUT', 80, true, '{}', '{}'),
  ('NO_ADDRESS', 90, true, '{}', '{}');
