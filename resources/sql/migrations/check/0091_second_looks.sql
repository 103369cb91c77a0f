-- Where spectra are looked at by several, whoever has looked at all of them left behind a seat at each that is free but not for him,
-- and walked over all of these each time he asked for more.

ALTER TABLE {check}.task_lease
    ADD COLUMN search_after DATETIME(6) NULL;
