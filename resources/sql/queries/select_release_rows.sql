-- What a release says of each spectrum of one range of one pipeline version, where no newer version has them.
-- NOT IN over the same range: the server reads the newer versions once and keeps them; asked for each row it takes half as long again.
-- The server makes a DECIMAL from a whole number and a factor ten times as fast as from a DOUBLE.
SELECT s.obsid, LEFT(s.designation, 19) AS designation, NULLIF(s.obs_date, '') AS obsdate, s.lmjd, s.lmjd - 1 AS mjd,
       LEFT(s.planid, 40) AS planid, NULLIF(s.spid, -1) AS spid, NULLIF(s.fiberid, -1) AS fiberid,
       CAST(t.ra_obs * 1e10 AS SIGNED) * 0.0000000001 AS ra_obs,
       CAST(t.dec_obs * 1e10 AS SIGNED) * 0.0000000001 AS dec_obs,
       CAST(GREATEST(LEAST(s.snru * 1e2, 999999e0), -999999e0) AS SIGNED) * 0.01 AS snru,
       CAST(GREATEST(LEAST(s.snrg * 1e2, 999999e0), -999999e0) AS SIGNED) * 0.01 AS snrg,
       CAST(GREATEST(LEAST(s.snrr * 1e2, 999999e0), -999999e0) AS SIGNED) * 0.01 AS snrr,
       CAST(GREATEST(LEAST(s.snri * 1e2, 999999e0), -999999e0) AS SIGNED) * 0.01 AS snri,
       CAST(GREATEST(LEAST(s.snrz * 1e2, 999999e0), -999999e0) AS SIGNED) * 0.01 AS snrz,
       IF(COALESCE(d.spectral_class, s.spectral_class) = 'UNKNOWN', 'Unknown',
          COALESCE(d.spectral_class, s.spectral_class)) AS final_class,
       COALESCE(NULLIF(LEFT(COALESCE(d.subclass, s.subclass), 20), ''), 'Non') AS final_subclass,
       CASE WHEN ABS(IF(d.decided_by IS NULL, s.z, d.z)) < 9e8
            THEN CAST(IF(d.decided_by IS NULL, s.z, d.z) * 1e10 AS SIGNED) * 0.0000000001 END AS final_z,
       CASE WHEN ABS(IF(d.decided_by IS NULL, s.z_err, d.z_err)) < 9e8
            THEN CAST(IF(d.decided_by IS NULL, s.z_err, d.z_err) * 1e10 AS SIGNED) * 0.0000000001 END AS final_z_err,
       LEFT(s.target_source, 16) AS tsource, t.target_from, t.target_comment, LEFT(s.fiber_type, 10) AS fibertype,
       t.offset_flag,
       CAST(GREATEST(LEAST(t.offset_arcsec * 1e3, 999999e0), -999999e0) AS SIGNED) * 0.001 AS offset_v,
       CAST(s.ra * 1e10 AS SIGNED) * 0.0000000001 AS ra,
       CAST(s.`dec` * 1e10 AS SIGNED) * 0.0000000001 AS `dec`,
       o.mask_id, i.normalised, s.pipeline_version,
       COALESCE(d.decided_by, 'pipeline') AS decided_by,
       IF(d.decided_by IS NULL, COALESCE(NULLIF(i.z_method, ''), 'PIPELINE'),
          CASE d.decided_by WHEN 'module' THEN 'g&Q PIPELINE' WHEN 'rule' THEN 'SPECDESK' ELSE 'PIPELINE AND EYECHECK' END) AS zflag,
       CASE {reason} ELSE '' END AS reason
FROM {check}.spec_check AS s
JOIN {processing}.target_info AS t ON t.obsid = s.obsid
JOIN {processing}.obj_info AS o ON o.obsid = s.obsid
JOIN {processing}.spec_info AS i ON i.obsid = s.obsid
LEFT JOIN {product}.build_decision AS d ON d.obsid = s.obsid AND d.pipeline_version = s.pipeline_version
LEFT JOIN {product}.build_plate AS l ON l.planid = s.planid AND l.lmjd = COALESCE(s.lmjd, 0)
WHERE s.obsid >= :from AND s.obsid < :before AND s.pipeline_version = :version AND s.survey = :survey
    AND FIND_IN_SET(s.layout, :other_layouts) = 0 AND s.obs_date BETWEEN :first_date AND :last_date
    AND (:newer = '' OR s.obsid NOT IN (SELECT n.obsid FROM {check}.spec_check AS n
                                        WHERE n.obsid >= :from_again AND n.obsid < :before_again
                                            AND FIND_IN_SET(n.pipeline_version, :newer_again) > 0))
