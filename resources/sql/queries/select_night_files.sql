-- Which spectra were observed in this night?
SELECT obsid, pipeline_version, file_path
FROM {check}.spec_check
WHERE obs_date = :date
ORDER BY file_path, file_index
