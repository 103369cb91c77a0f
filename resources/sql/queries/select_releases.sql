-- Which product schemas are there?
SELECT TABLE_SCHEMA FROM information_schema.TABLES
WHERE TABLE_NAME = 'release_build' AND LEFT(TABLE_SCHEMA, CHAR_LENGTH(:prefix)) = :prefix_again
ORDER BY TABLE_SCHEMA
