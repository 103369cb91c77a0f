-- All spectra of all versions, by obsid, and what each was when it was stored.
SELECT obsid, content_hash FROM {check}.spec_check ORDER BY obsid, pipeline_version
