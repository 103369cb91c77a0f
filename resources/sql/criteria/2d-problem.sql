-- An unsettled problem of the 2D reduction.
COALESCE(p.reduction_problem, 0) = 1
