-- Does this person hold, or has decided, a look of a task at a spectrum?
SELECT COUNT(*) FROM {check}.my_seat AS t
WHERE t.task_id = :task AND t.holder = :holder AND t.obsid = :obsid AND t.pipeline_version = :version
