-- What do inspectors say of the spectra that several looked at and nobody settled?
SELECT v.id, v.submission, v.obsid, v.pipeline_version, v.spectral_class, v.subclass, v.z, v.z_err, v.z_origin,
       v.z_origin_detail, v.grade, v.reasons, v.remark, v.inspector, CAST(v.decided_at AS CHAR), v.seconds_spent,
       v.shown_class, v.shown_subclass, v.shown_z, v.tool_version, v.line_list_version, v.withdraws
FROM (SELECT s.obsid, s.pipeline_version FROM {check}.standing_verdict AS s WHERE s.obsid BETWEEN :first AND :last
      GROUP BY s.obsid, s.pipeline_version HAVING COUNT(*) > 1) AS n
JOIN {check}.standing_verdict AS h ON h.obsid = n.obsid AND h.pipeline_version = n.pipeline_version
JOIN {check}.humanverify AS v ON v.id = h.verdict_id
WHERE NOT EXISTS (SELECT 1 FROM {check}.humanrecheck AS r WHERE r.obsid = n.obsid AND r.pipeline_version = n.pipeline_version)
ORDER BY h.obsid, h.pipeline_version
