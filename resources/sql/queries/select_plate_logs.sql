-- The observation log of some evenings.
SELECT planid, lmjd, pid, obs_date, science, data_valid, moon_phase, seeing, weather, remark, entered_from, confirmed_by,
       CAST(confirmed_at AS CHAR)
FROM {check}.observation_log
WHERE obs_date BETWEEN :from AND :until AND (:unconfirmed = 0 OR confirmed_by = '')
ORDER BY obs_date, lmjd, planid
