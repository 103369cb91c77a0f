-- A build is done.
UPDATE {product}.release_build
SET phase = 'done', finished_at = UTC_TIMESTAMP(6),
    spectra = (SELECT COUNT(*) FROM {product}.catalogue),
    released = (SELECT COUNT(*) FROM {product}.catalogue WHERE if_release = 1)
WHERE id = :build
