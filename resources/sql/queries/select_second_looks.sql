-- At which spectra did several people look, with all looks that were wanted, and nobody settle them yet, and what do they say?
SELECT v.id, v.submission, v.obsid, v.pipeline_version, v.spectral_class, v.subclass, v.z, v.z_err, v.z_origin,
       v.z_origin_detail, v.grade, v.reasons, v.remark, v.inspector, CAST(v.decided_at AS CHAR), v.seconds_spent,
       v.shown_class, v.shown_subclass, v.shown_z, v.tool_version, v.line_list_version, v.withdraws
FROM (SELECT h.obsid, h.pipeline_version
      FROM {check}.standing_verdict AS h FORCE INDEX (by_spectrum)
      WHERE (h.obsid > :obsid OR (h.obsid = :obsid_again AND h.pipeline_version > :version))
      GROUP BY h.obsid, h.pipeline_version
      HAVING COUNT(*) >= 2
         AND NOT EXISTS (SELECT 1 FROM {check}.task_seat AS t JOIN {check}.task AS k ON k.id = t.task_id AND k.closed = 0
                         WHERE t.obsid = h.obsid AND t.pipeline_version = h.pipeline_version AND t.state <> 'done')
         AND NOT EXISTS (SELECT 1 FROM {check}.humanrecheck AS r
                         WHERE r.obsid = h.obsid AND r.pipeline_version = h.pipeline_version)
      ORDER BY h.obsid, h.pipeline_version
      LIMIT :limit) AS w
JOIN {check}.standing_verdict AS s ON s.obsid = w.obsid AND s.pipeline_version = w.pipeline_version
JOIN {check}.visible_verdict AS v ON v.id = s.verdict_id
ORDER BY v.obsid, v.pipeline_version, v.decided_at, v.id
