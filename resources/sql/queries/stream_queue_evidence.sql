-- What the queue has of the spectra of one range, all versions; a chunk of a release begins with it.
SELECT obsid, pipeline_version, survey, layout, designation, obs_date, lmjd, planid, spid, fiberid, fiber_type, reason, target_source,
       ra, `dec`, snru, snrg, snrr, snri, snrz, spectral_class, subclass, z, z_err
FROM {check}.spec_check
WHERE obsid >= {from} AND obsid < {before}
ORDER BY obsid, pipeline_version
