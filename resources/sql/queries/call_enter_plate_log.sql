-- What the log says of a plate from now on, and who changed it.
CALL {check}.enter_plate_log(:signer, :planid, :lmjd, :pid, :obs_date, :science, :data_valid, :moon_phase, :seeing, :weather, :remark,
    :entered_from, :confirmed)
