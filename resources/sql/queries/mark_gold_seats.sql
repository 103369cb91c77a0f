-- Known spectra that are in a task anyway count for the score too.
UPDATE {check}.task_seat AS t
JOIN {check}.gold_standard AS g ON g.obsid = t.obsid AND g.pipeline_version = t.pipeline_version
SET t.is_gold = 1 WHERE t.task_id = :task
