-- How often did the pipeline not know what a fibre of a spectrograph saw, over all plates?
SELECT fiberid, COUNT(*), SUM(COALESCE(spectral_class, 'UNKNOWN') = 'UNKNOWN')
FROM {check}.spec_check
WHERE spid = :spectrograph AND pipeline_version = :version AND is_object = 1 AND fiberid > 0
GROUP BY fiberid
ORDER BY fiberid
