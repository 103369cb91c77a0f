-- What the log says of a plate from now on.
REPLACE INTO {check}.observation_log
    (planid, lmjd, science, data_valid, moon_phase, seeing, weather, remark, entered_from, pid, obs_date, entered_at, confirmed_by,
     confirmed_at)
VALUES (:planid, :lmjd, :science, :data_valid, :moon_phase, :seeing, :weather, :remark, :entered_from, :pid, :obs_date, :now,
        :confirmed_by, :confirmed_at)
