-- Which spectra does a spectrograph of a plate have, sky fibres included?
SELECT obsid, file_path, file_index, fiberid, spectral_class, subclass
FROM {check}.spec_check
WHERE planid = :plan AND spid = :spectrograph AND obs_date = :date AND pipeline_version = :version AND fiberid > 0
ORDER BY fiberid, obsid
