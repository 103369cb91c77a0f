-- Is this pipeline version known?
SELECT schema_name FROM {check}.processing_version WHERE pipeline_version = :version
