-- Where does the next range of spectra end?
SELECT COUNT(*), MAX(q.obsid) FROM (SELECT obsid FROM {check}.spec_check WHERE obsid >= :from ORDER BY obsid LIMIT :rows) AS q
