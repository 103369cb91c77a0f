-- The rules want an eye on it, and none was.
COALESCE(d.decided_by, 'module') = 'module' AND FIND_IN_SET(s.reason, :must_be_checked) > 0
