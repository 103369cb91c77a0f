-- Which spectrographs of which plates were ingested, newest night first?
SELECT obs_date, planid, pipeline_version, spid
FROM {check}.spec_check
WHERE spid > 0 AND planid <> ''
GROUP BY obs_date, planid, pipeline_version, spid
ORDER BY obs_date DESC, planid, pipeline_version, spid
