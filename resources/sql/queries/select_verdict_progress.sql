-- How many verdicts were given by day or by person?
SELECT {group}, 0, SUM(IF(h.verdict_id IS NULL, 0, 1)), SUM(v.withdraws), COUNT(DISTINCT v.inspector),
       SUM(IF(h.verdict_id IS NULL, 0, v.seconds_spent)), CAST(MIN(v.decided_at) AS CHAR), CAST(MAX(v.decided_at) AS CHAR)
FROM {check}.visible_verdict AS v
LEFT JOIN {check}.standing_verdict AS h
    ON h.inspector = v.inspector AND h.obsid = v.obsid AND h.pipeline_version = v.pipeline_version AND h.verdict_id = v.id
WHERE {conditions}
GROUP BY {group}
ORDER BY {group}
