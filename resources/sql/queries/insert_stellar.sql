-- AFGK stars among the released spectra of one range, with their parameters: of the flattened spectrum where it was measured.
INSERT INTO {product}.next_stellar (
    obsid, uid, gp_id, designation, obsdate, lmjd, mjd, planid, spid, fiberid, ra_obs, dec_obs, snru, snrg, snrr, snri, snrz, `class`, subclass, z,
    z_err, ps_id, mag_ps_g, mag_ps_r, mag_ps_i, mag_ps_z, mag_ps_y, gaia_source_id, gaia_g_mean_mag, tsource, tfrom, tcomment, fibertype,
    `offset`, offset_v, ra, `dec`,
    teff, teff_err, logg, logg_err, feh, feh_err, rv, rv_err, alpha_m, alpha_m_err)
SELECT c.obsid, c.uid, c.gp_id, c.designation, c.obsdate, c.lmjd, c.mjd, c.planid, c.spid, c.fiberid, c.ra_obs, c.dec_obs, c.snru,
       c.snrg, c.snrr, c.snri, c.snrz, c.`class`, c.subclass, c.z, c.z_err, c.ps_id, c.mag_ps_g, c.mag_ps_r, c.mag_ps_i, c.mag_ps_z,
       c.mag_ps_y, c.gaia_source_id, c.gaia_g_mean_mag, c.tsource, c.tfrom, c.tcomment, c.fibertype, c.`offset`, c.offset_v, c.ra,
       c.`dec`,
       CASE WHEN ABS(IF(f.obsid IS NULL, u.teff, f.teff)) < 99999999
            THEN CAST(IF(f.obsid IS NULL, u.teff, f.teff) * 1e2 AS SIGNED) * 0.01 END,
       CASE WHEN ABS(IF(f.obsid IS NULL, u.teff_err, f.teff_err)) < 999999
            THEN CAST(IF(f.obsid IS NULL, u.teff_err, f.teff_err) * 1e2 AS SIGNED) * 0.01 END,
       CASE WHEN ABS(IF(f.obsid IS NULL, u.logg, f.logg)) < 9999999
            THEN CAST(IF(f.obsid IS NULL, u.logg, f.logg) * 1e3 AS SIGNED) * 0.001 END,
       CASE WHEN ABS(IF(f.obsid IS NULL, u.logg_err, f.logg_err)) < 9999999
            THEN CAST(IF(f.obsid IS NULL, u.logg_err, f.logg_err) * 1e3 AS SIGNED) * 0.001 END,
       CASE WHEN ABS(IF(f.obsid IS NULL, u.feh, f.feh)) < 9999999
            THEN CAST(IF(f.obsid IS NULL, u.feh, f.feh) * 1e3 AS SIGNED) * 0.001 END,
       CASE WHEN ABS(IF(f.obsid IS NULL, u.feh_err, f.feh_err)) < 9999999
            THEN CAST(IF(f.obsid IS NULL, u.feh_err, f.feh_err) * 1e3 AS SIGNED) * 0.001 END,
       CASE WHEN ABS(IF(f.obsid IS NULL, u.rv, f.rv)) < 99999999
            THEN CAST(IF(f.obsid IS NULL, u.rv, f.rv) * 1e2 AS SIGNED) * 0.01 END,
       CASE WHEN ABS(IF(f.obsid IS NULL, u.rv_err, f.rv_err)) < 999999
            THEN CAST(IF(f.obsid IS NULL, u.rv_err, f.rv_err) * 1e2 AS SIGNED) * 0.01 END,
       CASE WHEN ABS(IF(f.obsid IS NULL, u.alpha_m, f.alpha_m)) < 9999
            THEN CAST(IF(f.obsid IS NULL, u.alpha_m, f.alpha_m) * 1e6 AS SIGNED) * 0.000001 END,
       CASE WHEN ABS(IF(f.obsid IS NULL, u.alpha_m_err, f.alpha_m_err)) < 9999
            THEN CAST(IF(f.obsid IS NULL, u.alpha_m_err, f.alpha_m_err) * 1e6 AS SIGNED) * 0.000001 END
FROM {product}.next_catalogue AS c
LEFT JOIN {product}.build_plate AS l ON l.planid = c.planid AND l.lmjd = COALESCE(c.lmjd, 0)
LEFT JOIN {processing}.uly_param_norm AS f ON f.obsid = c.obsid
LEFT JOIN {processing}.uly_param AS u ON u.obsid = IF(f.obsid IS NULL, c.obsid, NULL)
WHERE c.obsid >= :from AND c.obsid < :before AND c.pipeline_version = :version AND c.if_release = 1
    AND c.`class` = 'STAR' AND c.subclass REGEXP :afgk_subclasses AND COALESCE(f.obsid, u.obsid) IS NOT NULL
    AND c.snrg >= IF(l.moon_phase < :bright_moon_from_day OR l.moon_phase > :bright_moon_until_day, :afgk_snrg_dark, :afgk_snrg_bright)
