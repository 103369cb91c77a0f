-- The published columns of a catalogue.
SELECT obsid, uid, gp_id, designation, CAST(obsdate AS CHAR) AS obsdate, lmjd, mjd, planid, spid, fiberid, ra_obs, dec_obs, snru, snrg, snrr, snri, snrz,
       `class`, subclass, z, z_err, ps_id, mag_ps_g, mag_ps_r, mag_ps_i, mag_ps_z, mag_ps_y, gaia_source_id, gaia_g_mean_mag,
       tsource, tfrom, tcomment, fibertype, `offset`, offset_v, ra, `dec`, teff, teff_err, logg, logg_err, feh, feh_err, rv, rv_err,
       alpha_m, alpha_m_err
FROM {product}.stellar
ORDER BY obsid
