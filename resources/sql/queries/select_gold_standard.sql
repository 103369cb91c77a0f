-- Of which spectra is the truth known?
SELECT obsid, pipeline_version, spectral_class, subclass, z, source FROM {check}.gold_standard ORDER BY obsid, pipeline_version
