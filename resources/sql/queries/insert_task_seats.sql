-- Gives each spectrum of a task as many seats as people are to look at it. Known ones count for the score, mixed in or not; their
-- seats differ from others in nothing that an inspector sees.
INSERT INTO {check}.task_seat (task_id, seat_order, obsid, pipeline_version, seat, is_gold)
SELECT :task, r.place, r.obsid, r.pipeline_version, n.seat, IF(g.obsid IS NULL, 0, 1)
FROM (SELECT u.obsid, u.pipeline_version, ROW_NUMBER() OVER (ORDER BY u.place, u.obsid, u.pipeline_version) AS place
      FROM (SELECT c.obsid, c.pipeline_version, c.place FROM {check}.chosen_spectrum AS c
            UNION ALL
            SELECT m.obsid, m.pipeline_version, m.place FROM {check}.mixed_spectrum AS m) AS u) AS r
JOIN (SELECT 1 AS seat UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6
      UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9) AS n ON n.seat <= :inspectors
LEFT JOIN {check}.gold_standard AS g ON g.obsid = r.obsid AND g.pipeline_version = r.pipeline_version
