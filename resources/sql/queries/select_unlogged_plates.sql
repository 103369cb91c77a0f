-- Which plates of this pipeline version does the log not have, and what do their headers say?
SELECT i.planid, i.lmjd, i.pid, i.obs_date, i.science_flag, i.data_valid, i.moon_phase, i.seeing, '', '', 'headers', '', NULL
FROM {processing}.plan_info AS i
LEFT JOIN {check}.observation_log AS l ON l.planid = i.planid AND l.lmjd = i.lmjd
WHERE l.planid IS NULL
ORDER BY i.obs_date, i.planid
