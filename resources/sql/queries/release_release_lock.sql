-- Lets the next one build this release.
SELECT RELEASE_LOCK(:name)
