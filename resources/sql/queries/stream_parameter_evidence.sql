-- The stellar parameters of one range of spectra of one version.
SELECT obsid, teff, teff_err, logg, logg_err, feh, feh_err, rv, rv_err, alpha_m, alpha_m_err
FROM {processing}.{table}
WHERE obsid >= {from} AND obsid < {before}
ORDER BY obsid
