-- Mixes known spectra into a task, evenly through its order.
INSERT INTO {check}.task_seat (task_id, seat_order, obsid, pipeline_version, seat, is_gold)
SELECT :task, 1 + FLOOR(:places * 1e3 * r.place / :gold_count), r.obsid, r.pipeline_version, n.seat, 1
FROM (SELECT g.obsid, g.pipeline_version, ROW_NUMBER() OVER (ORDER BY CRC32(CONCAT(g.obsid, ':', :seed)), g.obsid) AS place
      FROM {check}.gold_standard AS g
      JOIN {check}.spec_check AS s ON s.obsid = g.obsid AND s.pipeline_version = g.pipeline_version
      WHERE NOT EXISTS (SELECT 1 FROM {check}.task_seat AS t
                        WHERE t.task_id = :task_again AND t.obsid = g.obsid AND t.pipeline_version = g.pipeline_version)) AS r
JOIN (SELECT 1 AS seat UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6
      UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9) AS n ON n.seat <= :inspectors
WHERE r.place <= :gold_limit
