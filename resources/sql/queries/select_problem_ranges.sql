-- Which fibres of which plates were reported, and what became of each report?
SELECT planid, obs_date, spid, first_fiber, last_fiber, pipeline_version, origin, state FROM {check}.`2dprob` ORDER BY id
