-- What a release says of the targets of one range of spectra of one version.
SELECT obsid, ra_obs, dec_obs, target_from, target_comment, offset_flag, offset_arcsec
FROM {processing}.target_info
WHERE obsid >= {from} AND obsid < {before}
ORDER BY obsid
