-- What the headers say of plates that the log does not have, or does not know all of.
INSERT INTO {product}.build_plate (planid, lmjd, science, data_valid, moon_phase, seeing, confirmed)
SELECT i.planid, i.lmjd, i.science_flag, i.data_valid, i.moon_phase, i.seeing, 0 FROM {processing}.plan_info AS i
ON DUPLICATE KEY UPDATE
    science = COALESCE({product}.build_plate.science, i.science_flag),
    data_valid = COALESCE({product}.build_plate.data_valid, i.data_valid),
    moon_phase = COALESCE({product}.build_plate.moon_phase, i.moon_phase),
    seeing = COALESCE({product}.build_plate.seeing, i.seeing)
