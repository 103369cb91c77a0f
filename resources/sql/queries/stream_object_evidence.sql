-- What a release says of the observed objects of one range of spectra of one version.
SELECT obsid, mask_id FROM {processing}.obj_info WHERE obsid >= {from} AND obsid < {before} ORDER BY obsid
