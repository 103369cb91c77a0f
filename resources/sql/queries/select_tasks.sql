-- Which tasks are there, and how far are they?
SELECT k.id, k.title, k.filter_json, k.task_order, k.inspectors, k.gold_share, k.lease_minutes, k.created_by,
       CAST(k.created_at AS CHAR), k.closed, k.spectra, k.looks,
       (SELECT COUNT(*) FROM {check}.seat_state AS t WHERE t.task_id = k.id AND t.state = 'done'),
       (SELECT COUNT(*) FROM {check}.seat_state AS t WHERE t.task_id = k.id AND t.state = 'held'),
       COALESCE((SELECT GROUP_CONCAT(m.account ORDER BY m.account) FROM {check}.task_member AS m WHERE m.task_id = k.id), '')
FROM {check}.task AS k
WHERE {conditions}
ORDER BY k.id
