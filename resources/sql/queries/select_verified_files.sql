-- Which files hold spectra on which a verdict stands?
SELECT DISTINCT s.file_path
FROM {check}.standing_verdict AS h
JOIN {check}.spec_check AS s ON s.obsid = h.obsid AND s.pipeline_version = h.pipeline_version
ORDER BY s.file_path
