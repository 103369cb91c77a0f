-- The published columns of a catalogue.
SELECT obsid, uid, gp_id, designation, CAST(obsdate AS CHAR) AS obsdate, lmjd, mjd, planid, spid, fiberid, ra_obs, dec_obs, snru, snrg, snrr, snri, snrz,
       `class`, subclass, z, z_err, ps_id, mag_ps_g, mag_ps_r, mag_ps_i, mag_ps_z, mag_ps_y, gaia_source_id, gaia_g_mean_mag,
       tsource, tfrom, tcomment, fibertype, `offset`, offset_v, ra, `dec`, teff, teff_err, logg, logg_err, m_h, m_h_err, ewha,
       ewha_err, tio5, tio5_err, cah2, cah2_err, cah3, cah3_err, tio1, tio1_err, tio2, tio2_err, tio3, tio3_err, tio4, tio4_err,
       cah1, cah1_err, caoh, caoh_err, zeta, zeta_err, `type`, na, magact
FROM {product}.mstellar
ORDER BY obsid
