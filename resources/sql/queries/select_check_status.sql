-- How far are the inspectors with their lists?
SELECT inspector, list_name, done, total, percent, last_obsid, last_pipeline_version
FROM {check}.check_status
WHERE :inspector = '' OR inspector = :inspector_again
ORDER BY inspector, list_name
