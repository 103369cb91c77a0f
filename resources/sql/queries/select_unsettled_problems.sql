-- Which problems are not settled?
SELECT planid, obs_date, spid, first_fiber, last_fiber, pipeline_version, origin = 'raw'
FROM {check}.`2dprob`
WHERE FIND_IN_SET(state, :unsettled) > 0
ORDER BY id
