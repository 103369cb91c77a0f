-- The published columns of a catalogue.
SELECT pid, CAST(obsdate AS CHAR) AS obsdate, planid, ra, `dec`, mag, seeing, exptime, lmjm
FROM {product}.plate
ORDER BY pid
