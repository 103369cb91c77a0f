-- What the galaxy module is sure of, for spectra nobody decided on.
INSERT INTO {product}.build_decision (obsid, pipeline_version, spectral_class, subclass, z, z_err, decided_by)
SELECT g.obsid, :version, g.spectral_class, g.subclass, g.z, g.z_err, 'module' FROM {processing}.GQ_info AS g
WHERE g.obsid BETWEEN :first AND :last AND g.confidence >= :module_confidence AND g.spectral_class IN ('GALAXY', 'QSO')
ON DUPLICATE KEY UPDATE decided_by = {product}.build_decision.decided_by
