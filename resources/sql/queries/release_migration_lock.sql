-- Lets the next one change the schema.
SELECT RELEASE_LOCK(:name)
