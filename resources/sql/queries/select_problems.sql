-- Which problems were reported?
SELECT p.id, p.submission, p.pipeline_version, p.obs_date, p.planid, p.spid, p.first_fiber, p.last_fiber, p.arm, p.from_angstrom,
       p.to_angstrom, p.problem, p.origin, p.description, p.reporter, CAST(p.reported_at AS CHAR), p.state, p.answered_by,
       CAST(p.answered_at AS CHAR), COALESCE(p.answer, ''), p.fixed_version,
       (SELECT COUNT(DISTINCT s.obsid) FROM {check}.spec_check AS s
        WHERE s.planid = p.planid AND s.obs_date = p.obs_date AND s.spid = p.spid AND s.fiberid BETWEEN p.first_fiber AND p.last_fiber
          AND (p.origin = 'raw' OR s.pipeline_version = p.pipeline_version))
FROM {check}.`2dprob` AS p
WHERE {conditions}
ORDER BY p.obs_date, p.planid, p.spid, p.first_fiber, p.id
