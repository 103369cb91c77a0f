-- What rules accepted without eyes, where the release lets that count, for spectra no person decided on.
INSERT INTO {product}.build_decision (obsid, pipeline_version, spectral_class, subclass, z, z_err, decided_by)
SELECT m.obsid, m.pipeline_version, m.spectral_class, IF(s.spectral_class = m.spectral_class, s.subclass, ''), m.z, m.z_err, 'rule'
FROM {check}.machine_acceptance AS m
JOIN {check}.spec_check AS s ON s.obsid = m.obsid AND s.pipeline_version = m.pipeline_version
WHERE :accepted_without_eyes = 1 AND m.obsid BETWEEN :first AND :last
ON DUPLICATE KEY UPDATE decided_by = {product}.build_decision.decided_by
