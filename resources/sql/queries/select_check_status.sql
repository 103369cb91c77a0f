-- How far are the inspectors with their lists?
SELECT c.inspector, c.list_name, c.done, c.total, c.percent, c.last_obsid, c.last_pipeline_version
FROM {check}.check_status AS c
ORDER BY c.inspector, c.list_name
