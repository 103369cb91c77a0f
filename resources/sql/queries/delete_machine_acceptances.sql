-- Takes back what rules accepted of these spectra, before they are judged anew.
DELETE FROM {check}.machine_acceptance WHERE obsid IN ({obsids}) AND pipeline_version = :version
