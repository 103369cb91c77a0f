-- The plates of a pipeline version that have a released spectrum, where no newer version has them.
-- LIMIT keeps the server from looking at all spectra for each plate.
INSERT INTO {product}.next_plate (pid, obsdate, planid, ra, `dec`, mag, seeing, exptime, lmjm)
SELECT i.pid, NULLIF(i.obs_date, ''), LEFT(i.planid, 40), i.ra, i.`dec`, i.central_star_mag, l.seeing, LEFT(e.exptime, 120), e.lmjm
FROM {processing}.plan_info AS i
LEFT JOIN {product}.build_plate AS l ON l.planid = i.planid AND l.lmjd = i.lmjd
LEFT JOIN (SELECT x.planid, x.obs_date, GROUP_CONCAT(ROUND(x.exposure_seconds) ORDER BY x.lmjm SEPARATOR '-') AS exptime,
                  MIN(x.lmjm) AS lmjm
           FROM {processing}.exposure AS x
           JOIN (SELECT planid, obs_date, MIN(spid) AS spid FROM {processing}.exposure GROUP BY planid, obs_date) AS f
               ON f.planid = x.planid AND f.obs_date = x.obs_date AND f.spid = x.spid
           GROUP BY x.planid, x.obs_date) AS e ON e.planid = i.planid AND e.obs_date = i.obs_date
WHERE i.pid IS NOT NULL
    AND (SELECT c.if_release FROM {product}.next_catalogue AS c
         WHERE c.planid = LEFT(i.planid, 40) AND c.obsid BETWEEN i.pid * 100000 AND i.pid * 100000 + 99999 AND c.if_release = 1
         LIMIT 1) = 1
ON DUPLICATE KEY UPDATE pid = {product}.next_plate.pid
