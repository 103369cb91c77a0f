-- Notes the truth of a spectrum.
INSERT INTO {check}.gold_standard (obsid, pipeline_version, spectral_class, subclass, z, source)
VALUES (:obsid, :version, :class, :subclass, :z, :source)
ON DUPLICATE KEY UPDATE spectral_class = VALUES(spectral_class), subclass = VALUES(subclass), z = VALUES(z), source = VALUES(source)
