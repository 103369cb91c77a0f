-- Which verdicts of this inspector on these spectra stand?
SELECT v.id, v.submission, v.obsid, v.pipeline_version, v.spectral_class, v.subclass, v.z, v.z_err, v.z_origin,
       v.z_origin_detail, v.grade, v.reasons, v.remark, v.inspector, CAST(v.decided_at AS CHAR), v.seconds_spent,
       v.shown_class, v.shown_subclass, v.shown_z, v.tool_version, v.line_list_version, v.withdraws
FROM {check}.standing_verdict AS h
JOIN {check}.visible_verdict AS v ON v.id = h.verdict_id
WHERE h.inspector = :inspector AND h.obsid IN ({obsids})
