-- What was frozen of the plates.
SELECT planid, lmjd, science, data_valid, moon_phase, confirmed FROM {product}.build_plate
