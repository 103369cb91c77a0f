-- The general catalogue of one range of spectra of one pipeline version; the rows are those of select_release_rows.
INSERT INTO {product}.next_catalogue (
    obsid, uid, gp_id, designation, obsdate, lmjd, mjd, planid, spid, fiberid, ra_obs, dec_obs, snru, snrg, snrr, snri, snrz, `class`, subclass, z,
    z_err, ps_id, mag_ps_g, mag_ps_r, mag_ps_i, mag_ps_z, mag_ps_y, gaia_source_id, gaia_g_mean_mag, tsource, tfrom, tcomment, fibertype,
    `offset`, offset_v, ra, `dec`,
    fibermask, with_norm_flux, pipeline_version, decided_by, zflag, reason, if_release)
SELECT c.*, c.reason = '' FROM ({rows}) AS c
