-- Why: what runs is what was signed, and a list of versions says why each of them was made.
alter table journey_version add column seal varchar(64);           -- SHA-256 of drawing and settings, from submission on
alter table journey_version add column note varchar(500);          -- by the planner, in one sentence
alter table journey_version add column restored_from int;          -- number of the version it repeats
