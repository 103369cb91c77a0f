-- A person's word on a plate of the observation log, as it was seen.
CALL {check}.confirm_plate(:signer, :planid, :lmjd, :seen_by, :seen_at, :science, :data_valid, :moon_phase, :seeing, :weather, :remark)
