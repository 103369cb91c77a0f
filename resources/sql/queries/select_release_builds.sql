-- The builds of a release, newest first.
SELECT id, title, formal, phase, rules_version, CAST(started_at AS CHAR), CAST(finished_at AS CHAR), spectra, released
FROM {product}.release_build
WHERE phase = 'done' OR :unfinished = 1
ORDER BY id DESC
LIMIT 1
