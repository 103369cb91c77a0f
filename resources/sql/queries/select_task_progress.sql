-- How far are the tasks: looks wanted and done?
SELECT k.title, k.looks, (SELECT COUNT(*) FROM {check}.seat_state AS t WHERE t.task_id = k.id AND t.state = 'done'),
       0, 0, 0, NULL, NULL
FROM {check}.task AS k
WHERE {conditions}
ORDER BY k.id
