-- What is already stored of these spectra, and does it count in a list?
SELECT obsid, pipeline_version, content_hash, is_object, page FROM {check}.spec_check WHERE obsid IN ({obsids})
