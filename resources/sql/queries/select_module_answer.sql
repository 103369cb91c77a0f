-- What the galaxy module is sure of, for one spectrum.
SELECT spectral_class, z FROM {processing}.GQ_info
WHERE obsid = :obsid AND confidence >= :module_confidence AND spectral_class IN ('GALAXY', 'QSO')
