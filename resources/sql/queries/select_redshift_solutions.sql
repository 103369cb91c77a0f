-- Which redshifts did SpecDesk find for a spectrum, best first?
SELECT spectral_class, template, template_group, z, z_err, probability, delta_chi2, gain, chi2_per_pixel, snr, warnings
FROM {check}.redshift_solution
WHERE obsid = :obsid AND pipeline_version = :version
ORDER BY solution_rank
