-- Notes the truth of a spectrum, in every version of the queue that is meant.
INSERT INTO {check}.gold_standard (obsid, pipeline_version, spectral_class, subclass, z, source)
SELECT s.obsid, s.pipeline_version, :class, :subclass, :z, :source
FROM {check}.spec_check AS s WHERE s.obsid = :obsid AND (:version = '' OR s.pipeline_version = :version_again)
ON DUPLICATE KEY UPDATE spectral_class = VALUES(spectral_class), subclass = VALUES(subclass), z = VALUES(z), source = VALUES(source)
