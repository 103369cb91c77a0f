-- Which spectra are in the database, by id?
SELECT file_path, file_index, obsid, layout, spectral_class, subclass, z, z_err, snru, snrg, snrr, snri, snrz,
       ra, `dec`, pixels, from_angstrom, to_angstrom, pipeline_version
FROM {check}.spec_check
WHERE obsid > :obsid OR (obsid = :obsid AND pipeline_version > :version)
ORDER BY obsid, pipeline_version
LIMIT :limit
