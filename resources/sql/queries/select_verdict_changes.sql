-- Who changed what, from what to what? Each row with what stood of its author on its spectrum before it and stands after it.
SELECT v.id, v.submission, v.obsid, v.pipeline_version, v.spectral_class, v.subclass, v.z, v.z_err, v.z_origin,
       v.z_origin_detail, v.grade, v.reasons, v.remark, v.inspector, CAST(v.decided_at AS CHAR), v.seconds_spent,
       v.shown_class, v.shown_subclass, v.shown_z, v.tool_version, v.line_list_version, v.withdraws,
       b.id, b.submission, b.obsid, b.pipeline_version, b.spectral_class, b.subclass, b.z, b.z_err, b.z_origin,
       b.z_origin_detail, b.grade, b.reasons, b.remark, b.inspector, CAST(b.decided_at AS CHAR), b.seconds_spent,
       b.shown_class, b.shown_subclass, b.shown_z, b.tool_version, b.line_list_version, b.withdraws,
       a.id, a.submission, a.obsid, a.pipeline_version, a.spectral_class, a.subclass, a.z, a.z_err, a.z_origin,
       a.z_origin_detail, a.grade, a.reasons, a.remark, a.inspector, CAST(a.decided_at AS CHAR), a.seconds_spent,
       a.shown_class, a.shown_subclass, a.shown_z, a.tool_version, a.line_list_version, a.withdraws
FROM {check}.visible_verdict AS v
LEFT JOIN {check}.visible_verdict AS b ON b.id =
    (SELECT s.id FROM {check}.visible_verdict AS s
     LEFT JOIN {check}.visible_verdict AS w ON w.withdrawn_id = s.id AND w.id < v.id
     WHERE s.obsid = v.obsid AND s.pipeline_version = v.pipeline_version AND s.inspector = v.inspector
       AND s.id < v.id AND s.withdraws = 0 AND w.id IS NULL
     ORDER BY s.decided_at DESC, s.id DESC LIMIT 1)
LEFT JOIN {check}.visible_verdict AS a ON a.id =
    (SELECT s.id FROM {check}.visible_verdict AS s
     LEFT JOIN {check}.visible_verdict AS w ON w.withdrawn_id = s.id AND w.id <= v.id
     WHERE s.obsid = v.obsid AND s.pipeline_version = v.pipeline_version AND s.inspector = v.inspector
       AND s.id <= v.id AND s.withdraws = 0 AND w.id IS NULL
     ORDER BY s.decided_at DESC, s.id DESC LIMIT 1)
WHERE {conditions}
ORDER BY v.id
{limit}
