-- How far is an inspector with his lists?
SELECT c.inspector, c.list_name, c.done, c.total, c.percent, c.last_obsid, c.last_pipeline_version
FROM {check}.check_status AS c
WHERE c.inspector = :inspector
ORDER BY c.list_name
