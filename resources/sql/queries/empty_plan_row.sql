-- Makes room for the next range.
DELETE FROM {check}.plan_row
