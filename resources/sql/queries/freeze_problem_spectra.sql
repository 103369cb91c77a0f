-- The spectra of the fibres in a problem that is not settled.
INSERT INTO {product}.build_decision (obsid, pipeline_version, raw_problem, reduction_problem)
SELECT s.obsid, s.pipeline_version, p.raw_problem, p.reduction_problem FROM {product}.build_problem AS p
JOIN {check}.spec_check AS s
    ON s.planid = p.planid AND s.spid = p.spid AND s.fiberid = p.fiberid AND s.obs_date = p.obs_date
    AND s.pipeline_version = p.pipeline_version
WHERE s.obsid BETWEEN :first AND :last
ON DUPLICATE KEY UPDATE raw_problem = p.raw_problem, reduction_problem = p.reduction_problem
