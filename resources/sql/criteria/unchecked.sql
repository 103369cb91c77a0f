-- The rules want an eye on it, and none was, nor a rule that stands for one.
COALESCE(d.decided_by, 'module') = 'module' AND FIND_IN_SET(s.reason, :must_be_checked) > 0
