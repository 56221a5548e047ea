-- Why: a strategy may send care or a service notice, which names no product; which strategy won is told to who asks why;
-- and 53 strategies need more room than one offer.
alter table decision alter column product_code drop not null;
alter table decision add column strategy varchar(16);
alter table decision_participant alter column offer set data type varchar(100000);
