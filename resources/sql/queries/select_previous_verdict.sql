-- Which verdict stands again when the newest one is taken back?
SELECT MAX(v.id)
FROM {check}.humanverify AS v
LEFT JOIN {check}.humanverify AS w ON w.withdrawn_id = v.id
WHERE v.obsid = :obsid AND v.pipeline_version = :version AND v.inspector = :inspector
  AND v.withdraws = 0 AND w.id IS NULL
