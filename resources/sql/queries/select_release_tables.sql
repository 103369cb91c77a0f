-- Which catalogues has a release?
SELECT TABLE_NAME FROM information_schema.TABLES
WHERE TABLE_SCHEMA = :schema AND TABLE_NAME IN ('catalogue', 'stellar', 'astellar', 'mstellar', 'plate')
ORDER BY TABLE_NAME
