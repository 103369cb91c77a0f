-- Brings what the queue sorts by in line with the stored redshifts of these spectra.
UPDATE {check}.spec_check AS s
JOIN {check}.redshift_solution AS r
    ON r.obsid = s.obsid AND r.pipeline_version = s.pipeline_version AND r.solution_rank = 1
SET s.probability = r.probability
WHERE s.obsid IN ({obsids})
