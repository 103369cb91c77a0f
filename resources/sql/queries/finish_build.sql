-- A build is done.
UPDATE {product}.release_build AS b
JOIN (SELECT COUNT(*) AS spectra, COALESCE(SUM(if_release), 0) AS released FROM {product}.catalogue) AS c
SET b.phase = 'done', b.finished_at = UTC_TIMESTAMP(6), b.spectra = c.spectra, b.released = c.released
WHERE b.id = :build
