-- How were spectra settled?
SELECT r.id, r.submission, r.obsid, r.pipeline_version, r.spectral_class, r.subclass, r.z, r.z_err, r.grade, r.remark, r.rechecker,
       CAST(r.decided_at AS CHAR), r.tool_version, r.chosen_verdict
FROM {check}.humanrecheck AS r
WHERE {conditions}
ORDER BY r.id
