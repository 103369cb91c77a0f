-- Which spectra does a task have, and in which order, where one pipeline version tells what it warns of?
INSERT INTO {check}.chosen_spectrum (obsid, pipeline_version, place)
SELECT s.obsid, s.pipeline_version, ROW_NUMBER() OVER (ORDER BY {order})
FROM {check}.spec_check AS s
LEFT JOIN {processing}.spec_info AS i ON i.obsid = s.obsid
LEFT JOIN {check}.redshift_solution AS q
    ON q.obsid = s.obsid AND q.pipeline_version = s.pipeline_version AND q.solution_rank = 1
WHERE {conditions}
