-- What a release goes by for one spectrum: one row for each pipeline version, asked one by one.
SELECT s.fiber_type, s.planid, s.lmjd, s.spid, s.fiberid, s.reason AS queue_reason, s.snrg, s.snrr, s.snri,
       s.spectral_class, s.subclass, s.z, g.spectral_class AS module_class, g.z AS module_z,
       IF(d.decided_by IN ('recheck', 'verdict', 'disputed'), d.spectral_class, NULL) AS eye_class,
       IF(d.decided_by IN ('recheck', 'verdict', 'disputed'), d.z, NULL) AS eye_z,
       l.science, l.data_valid, l.confirmed, l.moon_phase,
       IF(COALESCE(d.spectral_class, s.spectral_class) = 'UNKNOWN', 'Unknown', COALESCE(d.spectral_class, s.spectral_class)) AS final_class,
       COALESCE(NULLIF(LEFT(COALESCE(d.subclass, s.subclass), 20), ''), 'Non') AS final_subclass,
       IF(d.decided_by IS NULL, s.z, d.z) AS final_z, IF(d.decided_by IS NULL, s.z_err, d.z_err) AS final_z_err,
       COALESCE(d.decided_by, 'pipeline') AS decided_by,
       IF(d.decided_by IS NULL, COALESCE(NULLIF(i.z_method, ''), 'PIPELINE'),
          CASE d.decided_by WHEN 'module' THEN 'g&Q PIPELINE' WHEN 'rule' THEN 'SPECDESK' ELSE 'PIPELINE AND EYECHECK' END) AS zflag
       {criteria}
FROM {check}.spec_check AS s
JOIN {processing}.target_info AS t ON t.obsid = s.obsid
JOIN {processing}.obj_info AS o ON o.obsid = s.obsid
JOIN {processing}.spec_info AS i ON i.obsid = s.obsid
LEFT JOIN {processing}.GQ_info AS g
    ON g.obsid = s.obsid AND g.confidence >= :module_confidence AND g.spectral_class IN ('GALAXY', 'QSO')
LEFT JOIN {product}.build_decision AS d ON d.obsid = s.obsid AND d.pipeline_version = s.pipeline_version
LEFT JOIN {product}.build_plate AS l ON l.planid = s.planid AND l.lmjd = COALESCE(s.lmjd, 0)
WHERE s.obsid >= :from AND s.obsid < :before AND s.pipeline_version = :version AND s.survey = :survey
    AND FIND_IN_SET(s.layout, :other_layouts) = 0 AND s.obs_date BETWEEN :first_date AND :last_date
    AND (:newer = '' OR NOT EXISTS (SELECT 1 FROM {check}.spec_check AS n
                                    WHERE n.obsid = s.obsid AND FIND_IN_SET(n.pipeline_version, :newer_again) > 0))
