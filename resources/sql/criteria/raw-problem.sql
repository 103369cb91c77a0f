-- An unsettled problem of the raw data.
COALESCE(d.raw_problem, 0) = 1
