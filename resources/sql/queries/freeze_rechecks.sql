-- The newest recheck of each spectrum.
INSERT INTO {product}.build_decision (obsid, pipeline_version, spectral_class, subclass, z, z_err, decided_by)
SELECT h.obsid, h.pipeline_version, h.spectral_class, h.subclass, h.z, h.z_err, 'recheck'
FROM (SELECT MAX(id) AS id FROM {check}.humanrecheck WHERE obsid BETWEEN :first AND :last GROUP BY obsid, pipeline_version) AS n
JOIN {check}.humanrecheck AS h ON h.id = n.id
