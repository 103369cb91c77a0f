-- What happened to a problem?
SELECT e.state, e.note, e.done_by, CAST(e.done_at AS CHAR) FROM {check}.problem_event AS e WHERE e.problem_id = :id ORDER BY e.id
