-- The general catalogue of one range of spectra of one pipeline version; the rows are those of select_release_rows.
INSERT INTO {product}.next_catalogue (
    obsid, designation, obsdate, lmjd, mjd, planid, spid, fiberid, ra_obs, dec_obs, snru, snrg, snrr, snri, snrz, `class`, subclass, z, z_err,
    tsource, tfrom, tcomment, fibertype, `offset`, offset_v, ra, `dec`, fibermask, with_norm_flux, pipeline_version, decided_by, zflag, reason)
SELECT c.* FROM ({rows}) AS c
