-- What is known of some spectra of the queue, with the verdict of the inspector that stands?
SELECT s.obsid, s.pipeline_version, s.file_path, s.file_index, s.designation, s.survey, s.planid, s.spid, s.fiberid,
       s.obs_date, s.spectral_class, s.subclass, s.z, s.z_err, s.snru, s.snrg, s.snrr, s.snri, s.snrz, s.ra, s.`dec`,
       s.object_type, s.page, s.reason, s.priority,
       v.id, v.submission, v.obsid, v.pipeline_version, v.spectral_class, v.subclass, v.z, v.z_err, v.z_origin,
       v.z_origin_detail, v.grade, v.reasons, v.remark, v.inspector, CAST(v.decided_at AS CHAR), v.seconds_spent,
       v.shown_class, v.shown_subclass, v.shown_z, v.tool_version, v.line_list_version, v.withdraws,
       NULLIF(s.probability, 2), r.spectral_class, r.z, m.rule_name
FROM ({keys}) AS k
STRAIGHT_JOIN {check}.spec_check AS s ON s.obsid = k.obsid AND s.pipeline_version = k.pipeline_version
LEFT JOIN {check}.standing_verdict AS h
    ON h.inspector = :inspector AND h.obsid = s.obsid AND h.pipeline_version = s.pipeline_version
LEFT JOIN {check}.visible_verdict AS v ON v.id = h.verdict_id
LEFT JOIN {check}.redshift_solution AS r
    ON r.obsid = s.obsid AND r.pipeline_version = s.pipeline_version AND r.solution_rank = 1
LEFT JOIN {check}.machine_acceptance AS m ON m.obsid = s.obsid AND m.pipeline_version = s.pipeline_version
ORDER BY {order}
