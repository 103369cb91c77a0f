-- Where does the next range of spectra end, and what is in it?
SELECT COUNT(*), MAX(q.obsid), CAST(BIT_XOR(q.content_hash) AS CHAR)
FROM (SELECT obsid, content_hash FROM {check}.spec_check WHERE obsid >= :from ORDER BY obsid LIMIT :rows) AS q
