-- Counts what an inspector has done of a list, and remembers the place to go on from.
UPDATE {check}.check_status
SET done = done + :growth, last_obsid = :obsid, last_pipeline_version = :version, updated_at = UTC_TIMESTAMP(6)
WHERE inspector = :inspector AND list_name = :list
