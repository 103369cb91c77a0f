-- What a release would say of one range of spectra of one pipeline version; the rows are those of select_release_rows.
INSERT INTO {check}.plan_row (obsid, pipeline_version, obs_date, planid, spid, fiberid, final_class, final_subclass, final_z, reason)
SELECT c.obsid, c.pipeline_version, COALESCE(c.obsdate, ''), COALESCE(c.planid, ''), c.spid, c.fiberid, c.final_class, c.final_subclass,
       c.final_z, c.reason
FROM ({rows}) AS c
