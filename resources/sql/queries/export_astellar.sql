-- The published columns of a catalogue.
SELECT obsid, uid, gp_id, designation, CAST(obsdate AS CHAR) AS obsdate, lmjd, mjd, planid, spid, fiberid, ra_obs, dec_obs, snru, snrg, snrr, snri, snrz,
       `class`, subclass, z, z_err, ps_id, mag_ps_g, mag_ps_r, mag_ps_i, mag_ps_z, mag_ps_y, gaia_source_id, gaia_g_mean_mag,
       tsource, tfrom, tcomment, fibertype, `offset`, offset_v, ra, `dec`, kp12, kp18, kp6, hdelta12, hdelta24, hdelta48, hdelta64,
       hgamma12, hgamma24, hgamma48, hgamma54, hbeta12, hbeta24, hbeta48, hbeta60, halpha12, halpha24, halpha48, halpha70,
       paschen13, paschen142, paschen242, halpha_d02, hbeta_d02, hgamma_d02, hdelta_d02
FROM {product}.astellar
ORDER BY obsid
