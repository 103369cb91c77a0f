-- Which of these spectra did a rule accept?
SELECT obsid FROM {check}.machine_acceptance WHERE obsid IN ({obsids}) AND pipeline_version = :version
