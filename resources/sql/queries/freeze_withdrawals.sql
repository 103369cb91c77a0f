-- Spectra taken back from this release or from all.
INSERT INTO {product}.build_withdrawal (obsid)
SELECT DISTINCT obsid FROM {check}.release_withdrawal WHERE release_name IN ('', :release)
