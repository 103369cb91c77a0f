-- Which is the newest migration that was begun?
SELECT COALESCE(MAX(version), 0) FROM {schema}.schema_step
