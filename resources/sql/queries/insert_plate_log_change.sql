-- The log was changed.
INSERT INTO {check}.observation_log_change
    (planid, lmjd, science, data_valid, moon_phase, seeing, weather, remark, entered_from, changed_by, changed_at)
VALUES (:planid, :lmjd, :science, :data_valid, :moon_phase, :seeing, :weather, :remark, :entered_from, :changed_by, :now)
