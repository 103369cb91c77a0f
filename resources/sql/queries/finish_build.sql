-- A build is done.
UPDATE {product}.release_build AS b
JOIN (SELECT build_id, SUM(spectra) AS spectra, SUM(released) AS released FROM {product}.release_chunk GROUP BY build_id) AS c
    ON c.build_id = b.id
SET b.phase = 'done', b.finished_at = UTC_TIMESTAMP(6), b.spectra = c.spectra, b.released = c.released
WHERE b.id = :build
