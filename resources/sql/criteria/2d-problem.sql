-- An unsettled problem of the 2D reduction.
COALESCE(d.reduction_problem, 0) = 1
