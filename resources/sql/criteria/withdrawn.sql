-- Taken back.
COALESCE(d.withdrawn, 0) = 1
