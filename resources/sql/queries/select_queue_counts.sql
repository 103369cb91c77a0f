-- How many spectra are in this part of the queue, and on how many does the inspector's verdict stand?
SELECT COUNT(*), COUNT(h.verdict_id)
FROM {check}.spec_check AS s
LEFT JOIN {check}.standing_verdict AS h
    ON h.inspector = :inspector AND h.obsid = s.obsid AND h.pipeline_version = s.pipeline_version
LEFT JOIN {check}.redshift_solution AS r
    ON r.obsid = s.obsid AND r.pipeline_version = s.pipeline_version AND r.solution_rank = 1
LEFT JOIN {check}.machine_acceptance AS m ON m.obsid = s.obsid AND m.pipeline_version = s.pipeline_version
WHERE {conditions}
