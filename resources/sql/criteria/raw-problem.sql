-- An unsettled problem of the raw data.
COALESCE(p.raw_problem, 0) = 1
