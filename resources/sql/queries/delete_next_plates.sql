-- Takes away the plates of an interrupted build.
DELETE FROM {product}.next_plate
