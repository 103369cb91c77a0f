-- How far are nights or plates: spectra with a verdict of anybody that stands?
SELECT {group}, COUNT(DISTINCT s.obsid, s.pipeline_version), COUNT(DISTINCT h.obsid, h.pipeline_version), 0,
       COUNT(DISTINCT h.inspector), COALESCE(SUM(v.seconds_spent), 0), CAST(MIN(v.decided_at) AS CHAR), CAST(MAX(v.decided_at) AS CHAR)
FROM {check}.spec_check AS s
LEFT JOIN {check}.standing_verdict AS h ON h.obsid = s.obsid AND h.pipeline_version = s.pipeline_version
LEFT JOIN {check}.visible_verdict AS v ON v.id = h.verdict_id
WHERE {conditions}
GROUP BY {group}
ORDER BY {group}
