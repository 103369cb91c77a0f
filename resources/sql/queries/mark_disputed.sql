-- Of these spectra inspectors say different things.
UPDATE {product}.build_decision SET decided_by = 'disputed'
WHERE obsid IN ({obsids}) AND pipeline_version = :version AND decided_by = 'verdict'
