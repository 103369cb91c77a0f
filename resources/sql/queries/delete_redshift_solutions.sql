-- Takes the redshifts of these spectra away, before new ones are stored.
DELETE FROM {check}.redshift_solution WHERE obsid IN ({obsids}) AND pipeline_version = :version
