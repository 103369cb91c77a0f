-- The newest verdict that stands, for spectra without a recheck.
INSERT INTO {product}.build_decision (obsid, pipeline_version, spectral_class, subclass, z, z_err, decided_by)
SELECT v.obsid, v.pipeline_version, v.spectral_class, v.subclass, v.z, v.z_err, 'verdict'
FROM (SELECT MAX(verdict_id) AS id FROM {check}.standing_verdict WHERE obsid BETWEEN :first AND :last
      GROUP BY obsid, pipeline_version) AS n
JOIN {check}.humanverify AS v ON v.id = n.id
ON DUPLICATE KEY UPDATE decided_by = {product}.build_decision.decided_by
