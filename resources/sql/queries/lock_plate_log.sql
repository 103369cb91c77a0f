-- What does the log say of a plate? Nobody else changes it meanwhile.
SELECT planid, lmjd, pid, obs_date, science, data_valid, moon_phase, seeing, weather, remark, entered_from, confirmed_by,
       CAST(confirmed_at AS CHAR)
FROM {check}.observation_log WHERE planid = :planid AND lmjd = :lmjd FOR UPDATE
