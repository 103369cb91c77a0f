-- What was frozen of single spectra of one range, all versions.
SELECT obsid, pipeline_version, decided_by, spectral_class, subclass, z, z_err, raw_problem, reduction_problem, withdrawn
FROM {product}.build_decision
WHERE obsid >= {from} AND obsid < {before}
ORDER BY obsid, pipeline_version
