-- Nobody confirmed what the log says.
COALESCE(l.confirmed, 0) = 0
