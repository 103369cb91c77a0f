-- Does the schema exist and keep its steps?
SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = :schema AND TABLE_NAME = 'schema_step'
