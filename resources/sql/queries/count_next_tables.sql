-- How many tables wait to take the places of the released ones?
SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = :schema AND TABLE_NAME LIKE 'next\_%'
