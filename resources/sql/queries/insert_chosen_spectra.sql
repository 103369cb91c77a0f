-- Which spectra does a task have, and in which order?
INSERT INTO {check}.chosen_spectrum (obsid, pipeline_version, place)
SELECT s.obsid, s.pipeline_version, ROW_NUMBER() OVER (ORDER BY {order})
FROM {check}.spec_check AS s
LEFT JOIN {check}.redshift_solution AS q
    ON q.obsid = s.obsid AND q.pipeline_version = s.pipeline_version AND q.solution_rank = 1
WHERE {conditions}
