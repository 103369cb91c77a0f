-- What the observation log says of each plate.
INSERT INTO {product}.build_plate (planid, lmjd, science, data_valid, moon_phase, seeing, confirmed)
SELECT planid, lmjd, science, data_valid, moon_phase, seeing, confirmed_by <> '' FROM {check}.observation_log
