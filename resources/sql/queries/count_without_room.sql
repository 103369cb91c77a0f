-- How many values of one range of spectra of one pipeline version are not in the catalogues because a column has no room for them?
SELECT (SELECT COALESCE(SUM((c.z IS NULL AND CASE c.decided_by WHEN 'pipeline' THEN s.z WHEN 'module' THEN g.z ELSE d.z END IS NOT NULL)
                            + (c.z_err IS NULL AND CASE c.decided_by WHEN 'pipeline' THEN s.z_err WHEN 'module' THEN g.z_err
                                                   ELSE d.z_err END IS NOT NULL)), 0)
        FROM {product}.next_catalogue AS c
        JOIN {check}.spec_check AS s ON s.obsid = c.obsid AND s.pipeline_version = c.pipeline_version
        LEFT JOIN {processing}.GQ_info AS g ON g.obsid = c.obsid
        LEFT JOIN {product}.build_decision AS d ON d.obsid = c.obsid AND d.pipeline_version = c.pipeline_version
        WHERE c.obsid >= :from AND c.obsid < :before AND c.pipeline_version = :version AND (c.z IS NULL OR c.z_err IS NULL))
     + (SELECT COALESCE(SUM((n.teff IS NULL AND IF(f.obsid IS NULL, u.teff, f.teff) IS NOT NULL)
                            + (n.teff_err IS NULL AND IF(f.obsid IS NULL, u.teff_err, f.teff_err) IS NOT NULL)
                            + (n.logg IS NULL AND IF(f.obsid IS NULL, u.logg, f.logg) IS NOT NULL)
                            + (n.logg_err IS NULL AND IF(f.obsid IS NULL, u.logg_err, f.logg_err) IS NOT NULL)
                            + (n.feh IS NULL AND IF(f.obsid IS NULL, u.feh, f.feh) IS NOT NULL)
                            + (n.feh_err IS NULL AND IF(f.obsid IS NULL, u.feh_err, f.feh_err) IS NOT NULL)
                            + (n.rv IS NULL AND IF(f.obsid IS NULL, u.rv, f.rv) IS NOT NULL)
                            + (n.rv_err IS NULL AND IF(f.obsid IS NULL, u.rv_err, f.rv_err) IS NOT NULL)
                            + (n.alpha_m IS NULL AND IF(f.obsid IS NULL, u.alpha_m, f.alpha_m) IS NOT NULL)
                            + (n.alpha_m_err IS NULL AND IF(f.obsid IS NULL, u.alpha_m_err, f.alpha_m_err) IS NOT NULL)), 0)
        FROM {product}.next_stellar AS n
        JOIN {product}.next_catalogue AS m ON m.obsid = n.obsid AND m.pipeline_version = :version_again
        LEFT JOIN {processing}.uly_param_norm AS f ON f.obsid = n.obsid
        LEFT JOIN {processing}.uly_param AS u ON u.obsid = n.obsid
        WHERE n.obsid >= :from_again AND n.obsid < :before_again)
