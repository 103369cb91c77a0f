-- Gives a lock of the server to the next one.
SELECT RELEASE_LOCK(:name)
