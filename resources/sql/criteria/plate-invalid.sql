-- The log says that the data must not be used.
COALESCE(l.data_valid, 1) = 0
