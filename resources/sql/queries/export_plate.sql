-- The published columns of a catalogue.
SELECT pid, obsdate, planid, ra, `dec`, mag, seeing, exptime, lmjm
FROM {product}.plate
ORDER BY pid
