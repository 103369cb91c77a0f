-- What did the log say of a plate, who entered it and when? Newest first.
SELECT science, data_valid, moon_phase, seeing, weather, remark, entered_from, changed_by, CAST(changed_at AS CHAR)
FROM {check}.observation_log_change
WHERE planid = :planid AND lmjd = :lmjd
ORDER BY id DESC
