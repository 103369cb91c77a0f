-- Which of the named spectra does the queue have?
SELECT s.obsid, s.pipeline_version
FROM {check}.spec_check AS s
WHERE {conditions}
