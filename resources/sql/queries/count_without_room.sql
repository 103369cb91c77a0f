-- How many values of one range of spectra of one pipeline version are not in the catalogues because a column has no room for them?
-- It begins at the few values that are too large; the limits are those of select_release_rows and insert_stellar.
SELECT (SELECT COALESCE(SUM((c.z IS NULL AND s.z IS NOT NULL) + (c.z_err IS NULL AND s.z_err IS NOT NULL)), 0)
        FROM {check}.spec_check AS s
        STRAIGHT_JOIN {product}.next_catalogue AS c ON c.obsid = s.obsid AND c.pipeline_version = s.pipeline_version AND c.decided_by = 'pipeline'
        WHERE s.obsid >= :from AND s.obsid < :before AND s.pipeline_version = :version AND (ABS(s.z) >= 9e8 OR ABS(s.z_err) >= 9e8))
     + (SELECT COALESCE(SUM((c.z IS NULL AND d.z IS NOT NULL) + (c.z_err IS NULL AND d.z_err IS NOT NULL)), 0)
        FROM {product}.build_decision AS d
        STRAIGHT_JOIN {product}.next_catalogue AS c ON c.obsid = d.obsid AND c.pipeline_version = d.pipeline_version AND c.decided_by = d.decided_by
        WHERE d.obsid >= :from_2 AND d.obsid < :before_2 AND d.pipeline_version = :version_2 AND (ABS(d.z) >= 9e8 OR ABS(d.z_err) >= 9e8))
     + (SELECT COALESCE(SUM((n.teff IS NULL AND f.teff IS NOT NULL) + (n.teff_err IS NULL AND f.teff_err IS NOT NULL)
                            + (n.logg IS NULL AND f.logg IS NOT NULL) + (n.logg_err IS NULL AND f.logg_err IS NOT NULL)
                            + (n.feh IS NULL AND f.feh IS NOT NULL) + (n.feh_err IS NULL AND f.feh_err IS NOT NULL)
                            + (n.rv IS NULL AND f.rv IS NOT NULL) + (n.rv_err IS NULL AND f.rv_err IS NOT NULL)
                            + (n.alpha_m IS NULL AND f.alpha_m IS NOT NULL)
                            + (n.alpha_m_err IS NULL AND f.alpha_m_err IS NOT NULL)), 0)
        FROM {processing}.uly_param_norm AS f
        STRAIGHT_JOIN {product}.next_stellar AS n ON n.obsid = f.obsid
        STRAIGHT_JOIN {product}.next_catalogue AS c ON c.obsid = n.obsid AND c.pipeline_version = :version_3
        WHERE f.obsid >= :from_3 AND f.obsid < :before_3
            AND (ABS(f.teff) >= 99999999 OR ABS(f.teff_err) >= 999999 OR ABS(f.logg) >= 9999999 OR ABS(f.logg_err) >= 9999999
                OR ABS(f.feh) >= 9999999 OR ABS(f.feh_err) >= 9999999 OR ABS(f.rv) >= 99999999 OR ABS(f.rv_err) >= 999999
                OR ABS(f.alpha_m) >= 9999 OR ABS(f.alpha_m_err) >= 9999))
     + (SELECT COALESCE(SUM((n.teff IS NULL AND u.teff IS NOT NULL) + (n.teff_err IS NULL AND u.teff_err IS NOT NULL)
                            + (n.logg IS NULL AND u.logg IS NOT NULL) + (n.logg_err IS NULL AND u.logg_err IS NOT NULL)
                            + (n.feh IS NULL AND u.feh IS NOT NULL) + (n.feh_err IS NULL AND u.feh_err IS NOT NULL)
                            + (n.rv IS NULL AND u.rv IS NOT NULL) + (n.rv_err IS NULL AND u.rv_err IS NOT NULL)
                            + (n.alpha_m IS NULL AND u.alpha_m IS NOT NULL)
                            + (n.alpha_m_err IS NULL AND u.alpha_m_err IS NOT NULL)), 0)
        FROM {processing}.uly_param AS u
        STRAIGHT_JOIN {product}.next_stellar AS n ON n.obsid = u.obsid
        STRAIGHT_JOIN {product}.next_catalogue AS c ON c.obsid = n.obsid AND c.pipeline_version = :version_4
        LEFT JOIN {processing}.uly_param_norm AS f ON f.obsid = u.obsid
        WHERE u.obsid >= :from_4 AND u.obsid < :before_4 AND f.obsid IS NULL
            AND (ABS(u.teff) >= 99999999 OR ABS(u.teff_err) >= 999999 OR ABS(u.logg) >= 9999999 OR ABS(u.logg_err) >= 9999999
                OR ABS(u.feh) >= 9999999 OR ABS(u.feh_err) >= 9999999 OR ABS(u.rv) >= 99999999 OR ABS(u.rv_err) >= 999999
                OR ABS(u.alpha_m) >= 9999 OR ABS(u.alpha_m_err) >= 9999))
