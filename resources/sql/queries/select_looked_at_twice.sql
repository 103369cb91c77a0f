-- At which spectra did several people look, with all looks that were wanted, and nobody settle them yet?
SELECT h.obsid, h.pipeline_version
FROM {check}.standing_verdict AS h
WHERE (h.obsid > :obsid OR (h.obsid = :obsid_again AND h.pipeline_version > :version))
  AND NOT EXISTS (SELECT 1 FROM {check}.task_seat AS t JOIN {check}.task AS k ON k.id = t.task_id AND k.closed = 0
                  WHERE t.obsid = h.obsid AND t.pipeline_version = h.pipeline_version AND t.state <> 'done')
  AND NOT EXISTS (SELECT 1 FROM {check}.humanrecheck AS r
                  WHERE r.obsid = h.obsid AND r.pipeline_version = h.pipeline_version)
GROUP BY h.obsid, h.pipeline_version
HAVING COUNT(*) >= 2
ORDER BY h.obsid, h.pipeline_version
LIMIT :limit
