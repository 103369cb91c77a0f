-- Which spectra of a task does this person hold?
SELECT s.obsid, s.pipeline_version, s.file_path, s.file_index, s.designation, s.survey, s.planid, s.spid, s.fiberid,
       s.obs_date, s.spectral_class, s.subclass, s.z, s.z_err, s.snru, s.snrg, s.snrr, s.snri, s.snrz, s.ra, s.`dec`,
       s.object_type, s.page, s.reason, s.priority,
       v.id, v.submission, v.obsid, v.pipeline_version, v.spectral_class, v.subclass, v.z, v.z_err, v.z_origin,
       v.z_origin_detail, v.grade, v.reasons, v.remark, v.inspector, CAST(v.decided_at AS CHAR), v.seconds_spent,
       v.shown_class, v.shown_subclass, v.shown_z, v.tool_version, v.line_list_version, v.withdraws,
       CAST(t.leased_until AS CHAR)
FROM {check}.my_claim AS t
JOIN {check}.spec_check AS s ON s.obsid = t.obsid AND s.pipeline_version = t.pipeline_version
LEFT JOIN {check}.standing_verdict AS h
    ON h.inspector = :inspector AND h.obsid = s.obsid AND h.pipeline_version = s.pipeline_version
LEFT JOIN {check}.own_verdict AS v ON v.id = h.verdict_id
WHERE t.task_id = :task AND t.holder = :holder
ORDER BY t.seat_order
