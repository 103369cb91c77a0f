-- Tells everybody who works on a list how long it is now.
UPDATE {check}.check_status AS s
SET s.total = (SELECT l.total FROM {check}.check_list AS l WHERE l.list_name = s.list_name)
WHERE s.list_name = :list
