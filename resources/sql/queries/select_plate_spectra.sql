-- Which spectra of a plate in a night go out, and where are their files?
SELECT c.obsid, c.designation, CAST(c.obsdate AS CHAR), c.lmjd, c.planid, c.spid, c.fiberid, c.ra, c.`dec`, c.snru, c.snrg, c.snrr, c.snri,
       c.snrz, c.`class`, c.subclass, c.z, c.z_err, c.zflag, c.decided_by, c.fibertype, c.pipeline_version,
       s.file_path, s.file_index, s.layout, s.content_hash
FROM {product}.catalogue AS c
JOIN {check}.spec_check AS s ON s.obsid = c.obsid AND s.pipeline_version = c.pipeline_version
WHERE c.planid <=> :planid AND c.obsdate <=> :obsdate AND c.if_release = 1
ORDER BY c.spid, c.fiberid, c.obsid
