-- The log says test.
COALESCE(l.science, 1) = 0
