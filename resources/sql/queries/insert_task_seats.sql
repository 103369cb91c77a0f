-- Gives each spectrum of a task as many seats as people are to look at it.
INSERT INTO {check}.task_seat (task_id, seat_order, obsid, pipeline_version, seat)
SELECT :task, r.place, r.obsid, r.pipeline_version, n.seat
FROM (SELECT s.obsid, s.pipeline_version, 1000 * ROW_NUMBER() OVER (ORDER BY {order}) AS place
      FROM {check}.spec_check AS s
      LEFT JOIN {check}.redshift_solution AS q
          ON q.obsid = s.obsid AND q.pipeline_version = s.pipeline_version AND q.solution_rank = 1
      WHERE {conditions}) AS r
JOIN (SELECT 1 AS seat UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6
      UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9) AS n ON n.seat <= :inspectors
