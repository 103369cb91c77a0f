-- What a release goes by for one spectrum: one row for each pipeline version, asked one by one.
SELECT s.fiber_type, s.planid, s.lmjd, s.spid, s.fiberid, s.reason AS queue_reason, s.snrg, s.snrr, s.snri,
       s.spectral_class, s.subclass, s.z, g.spectral_class AS module_class, g.z AS module_z,
       IF(d.decided_by = 'rule', NULL, d.spectral_class) AS eye_class, IF(d.decided_by = 'rule', NULL, d.z) AS eye_z,
       l.science, l.data_valid, l.confirmed, l.moon_phase,
       IF(COALESCE(d.spectral_class, g.spectral_class, s.spectral_class) = 'UNKNOWN', 'Unknown',
          COALESCE(d.spectral_class, g.spectral_class, s.spectral_class)) AS final_class,
       COALESCE(NULLIF(LEFT(COALESCE(d.subclass, g.subclass, s.subclass), 20), ''), 'Non') AS final_subclass,
       IF(d.obsid IS NOT NULL, d.z, IF(g.obsid IS NOT NULL, g.z, s.z)) AS final_z,
       IF(d.obsid IS NOT NULL, d.z_err, IF(g.obsid IS NOT NULL, g.z_err, s.z_err)) AS final_z_err,
       IF(d.obsid IS NOT NULL, d.decided_by, IF(g.obsid IS NOT NULL, 'module', 'pipeline')) AS decided_by,
       IF(d.obsid IS NOT NULL, IF(d.decided_by = 'rule', 'SPECDESK', 'PIPELINE AND EYECHECK'),
          IF(g.obsid IS NOT NULL, 'g&Q PIPELINE', COALESCE(NULLIF(i.z_method, ''), 'PIPELINE'))) AS zflag
       {criteria}
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
