-- Notes a pipeline version that is seen for the first time.
INSERT IGNORE INTO {check}.processing_version (pipeline_version, schema_name, first_seen_at)
VALUES (:version, :schema, UTC_TIMESTAMP(6))
