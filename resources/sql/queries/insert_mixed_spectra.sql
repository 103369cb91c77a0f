-- Which known spectra come into a task? Each at a place by chance within its part of the task, so that none can be foretold.
INSERT INTO {check}.mixed_spectrum (obsid, pipeline_version, place)
SELECT r.obsid, r.pipeline_version, 1 + :places * (r.number - RAND()) / :gold_count
FROM (SELECT g.obsid, g.pipeline_version, ROW_NUMBER() OVER (ORDER BY CRC32(CONCAT(g.obsid, ':', :seed)), g.obsid) AS number
      FROM {check}.gold_standard AS g
      JOIN {check}.spec_check AS s ON s.obsid = g.obsid AND s.pipeline_version = g.pipeline_version
      LEFT JOIN {check}.chosen_spectrum AS c ON c.obsid = g.obsid AND c.pipeline_version = g.pipeline_version
      WHERE c.obsid IS NULL) AS r
WHERE r.number <= :gold_limit
