-- Which build are the tables of a release from? One that was killed between the switch and its record has none that wait any more.
SELECT b.id, b.title, b.formal, b.phase, b.rules_version, CAST(b.started_at AS CHAR), CAST(COALESCE(b.finished_at, b.started_at) AS CHAR),
       b.spectra, b.released
FROM {product}.release_build AS b
WHERE b.phase = 'done'
   OR (b.phase = 'switch' AND NOT EXISTS (
        SELECT 1 FROM information_schema.TABLES AS t WHERE t.TABLE_SCHEMA = :schema AND t.TABLE_NAME LIKE 'next\_%'))
ORDER BY b.id DESC
LIMIT 1
