-- Which tasks are there, and how far are they?
SELECT k.id, k.title, k.filter_json, k.task_order, k.inspectors, k.gold_share, k.lease_minutes, k.created_by,
       CAST(k.created_at AS CHAR), k.closed, COALESCE(SUM(p.spectra), 0), COALESCE(SUM(p.looks), 0),
       COALESCE(SUM(IF(p.state = 'done', p.looks, 0)), 0), COALESCE(SUM(IF(p.state = 'held', p.looks, 0)), 0),
       COALESCE((SELECT GROUP_CONCAT(m.account ORDER BY m.account) FROM {check}.task_member AS m WHERE m.task_id = k.id), '')
FROM {check}.task AS k
LEFT JOIN {check}.task_progress AS p ON p.task_id = k.id
WHERE {conditions}
GROUP BY k.id, k.title, k.filter_json, k.task_order, k.inspectors, k.gold_share, k.lease_minutes, k.created_by, k.created_at, k.closed
ORDER BY k.id
