-- The surest of the verdicts that stand, of equally sure ones the one given last, for spectra without a recheck.
INSERT INTO {product}.build_decision (obsid, pipeline_version, spectral_class, subclass, z, z_err, decided_by)
SELECT r.obsid, r.pipeline_version, r.spectral_class, r.subclass, r.z, r.z_err, 'verdict'
FROM (SELECT v.obsid, v.pipeline_version, v.spectral_class, v.subclass, v.z, v.z_err,
             ROW_NUMBER() OVER (PARTITION BY h.obsid, h.pipeline_version ORDER BY v.grade DESC, v.decided_at DESC, v.id DESC) AS place
      FROM {check}.standing_verdict AS h
      JOIN {check}.humanverify AS v ON v.id = h.verdict_id
      WHERE h.obsid BETWEEN :first AND :last) AS r
WHERE r.place = 1
ON DUPLICATE KEY UPDATE decided_by = {product}.build_decision.decided_by
