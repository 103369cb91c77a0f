-- How far are the tasks: looks wanted and done?
SELECT k.title, SUM(p.looks), SUM(IF(p.state = 'done', p.looks, 0)), 0, 0, 0, NULL, NULL
FROM {check}.task AS k
JOIN {check}.task_progress AS p ON p.task_id = k.id
WHERE {conditions}
GROUP BY k.id, k.title
ORDER BY k.id
