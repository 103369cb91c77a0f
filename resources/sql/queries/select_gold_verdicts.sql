-- What did people say about known spectra?
SELECT g.obsid, g.pipeline_version, g.spectral_class, g.subclass, g.z, g.source,
       v.id, v.submission, v.obsid, v.pipeline_version, v.spectral_class, v.subclass, v.z, v.z_err, v.z_origin,
       v.z_origin_detail, v.grade, v.reasons, v.remark, v.inspector, CAST(v.decided_at AS CHAR), v.seconds_spent,
       v.shown_class, v.shown_subclass, v.shown_z, v.tool_version, v.line_list_version, v.withdraws
FROM {check}.gold_standard AS g
JOIN {check}.standing_verdict AS h ON h.obsid = g.obsid AND h.pipeline_version = g.pipeline_version
JOIN {check}.humanverify AS v ON v.id = h.verdict_id
WHERE {conditions}
ORDER BY v.inspector, v.id
