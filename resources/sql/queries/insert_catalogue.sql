-- The general catalogue of one range of spectra of one pipeline version, where no newer version has them.
INSERT INTO {product}.next_catalogue (
    obsid, uid, gp_id, designation, obsdate, lmjd, mjd, planid, spid, fiberid, ra_obs, dec_obs, snru, snrg, snrr, snri, snrz, `class`, subclass, z,
    z_err, ps_id, mag_ps_g, mag_ps_r, mag_ps_i, mag_ps_z, mag_ps_y, gaia_source_id, gaia_g_mean_mag, tsource, tfrom, tcomment, fibertype,
    `offset`, offset_v, ra, `dec`,
    fibermask, with_norm_flux, pipeline_version, decided_by, zflag, reason, if_release)
SELECT c.*, c.reason = '' FROM (
SELECT s.obsid, NULL AS uid, NULL AS gp_id, LEFT(s.designation, 19) AS designation, NULLIF(s.obs_date, '') AS obsdate, s.lmjd,
       s.lmjd - 1 AS mjd, LEFT(s.planid, 40) AS planid, NULLIF(s.spid, -1) AS spid, NULLIF(s.fiberid, -1) AS fiberid,
       t.ra_obs, t.dec_obs,
       GREATEST(LEAST(s.snru, 9999.99), -9999.99) AS snru,
       GREATEST(LEAST(s.snrg, 9999.99), -9999.99) AS snrg,
       GREATEST(LEAST(s.snrr, 9999.99), -9999.99) AS snrr,
       GREATEST(LEAST(s.snri, 9999.99), -9999.99) AS snri,
       GREATEST(LEAST(s.snrz, 9999.99), -9999.99) AS snrz,
       IF(COALESCE(d.spectral_class, g.spectral_class, s.spectral_class) = 'UNKNOWN', 'Unknown',
          COALESCE(d.spectral_class, g.spectral_class, s.spectral_class)) AS final_class,
       COALESCE(NULLIF(LEFT(COALESCE(d.subclass, g.subclass, s.subclass), 20), ''), 'Non') AS final_subclass,
       CASE WHEN ABS(IF(d.obsid IS NOT NULL, d.z, IF(g.obsid IS NOT NULL, g.z, s.z))) < 1e10
            THEN IF(d.obsid IS NOT NULL, d.z, IF(g.obsid IS NOT NULL, g.z, s.z)) END AS final_z,
       CASE WHEN ABS(IF(d.obsid IS NOT NULL, d.z_err, IF(g.obsid IS NOT NULL, g.z_err, s.z_err))) < 1e10
            THEN IF(d.obsid IS NOT NULL, d.z_err, IF(g.obsid IS NOT NULL, g.z_err, s.z_err)) END AS final_z_err,
       NULL AS ps_id, NULL AS mag_g, NULL AS mag_r, NULL AS mag_i, NULL AS mag_z, NULL AS mag_y, NULL AS gaia_source_id,
       NULL AS gaia_g, LEFT(s.target_source, 16) AS tsource, t.target_from, t.target_comment, LEFT(s.fiber_type, 10) AS fibertype,
       t.offset_flag, GREATEST(LEAST(t.offset_arcsec, 999.999), -999.999) AS offset_v, s.ra, s.`dec`,
       o.mask_id, i.normalised, s.pipeline_version,
       IF(d.obsid IS NOT NULL, d.decided_by, IF(g.obsid IS NOT NULL, 'module', 'pipeline')) AS decided_by,
       IF(d.obsid IS NOT NULL, IF(d.decided_by = 'rule', 'SPECDESK', 'PIPELINE AND EYECHECK'),
          IF(g.obsid IS NOT NULL, 'g&Q PIPELINE', COALESCE(NULLIF(i.z_method, ''), 'PIPELINE'))) AS zflag,
       CASE {reason} ELSE '' END AS reason
FROM {check}.spec_check AS s
JOIN {processing}.target_info AS t ON t.obsid = s.obsid
JOIN {processing}.obj_info AS o ON o.obsid = s.obsid
JOIN {processing}.spec_info AS i ON i.obsid = s.obsid
LEFT JOIN {processing}.GQ_info AS g
    ON g.obsid = s.obsid AND g.confidence >= :module_confidence AND g.spectral_class IN ('GALAXY', 'QSO')
LEFT JOIN {product}.build_decision AS d ON d.obsid = s.obsid AND d.pipeline_version = s.pipeline_version
LEFT JOIN {product}.build_plate AS l ON l.planid = s.planid AND l.lmjd = COALESCE(s.lmjd, 0)
LEFT JOIN {product}.build_problem AS p
    ON p.planid = s.planid AND p.obs_date = s.obs_date AND p.spid = s.spid AND p.fiberid = s.fiberid
    AND p.pipeline_version = s.pipeline_version
LEFT JOIN {product}.build_withdrawal AS w ON w.obsid = s.obsid
WHERE s.obsid >= :from AND s.obsid < :before AND s.pipeline_version = :version AND s.survey = :survey
    AND FIND_IN_SET(s.layout, :other_layouts) = 0 AND s.obs_date BETWEEN :first_date AND :last_date
    AND (:newer = '' OR NOT EXISTS (SELECT 1 FROM {check}.spec_check AS n
                                    WHERE n.obsid = s.obsid AND FIND_IN_SET(n.pipeline_version, :newer_again) > 0))
) AS c
