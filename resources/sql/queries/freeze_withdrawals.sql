-- Spectra taken back from this release or from all.
INSERT INTO {product}.build_decision (obsid, pipeline_version, withdrawn)
SELECT s.obsid, s.pipeline_version, 1 FROM {check}.release_withdrawal AS w
JOIN {check}.spec_check AS s ON s.obsid = w.obsid
WHERE w.release_name IN ('', :release) AND w.obsid BETWEEN :first AND :last
ON DUPLICATE KEY UPDATE withdrawn = 1
