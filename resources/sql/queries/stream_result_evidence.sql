-- What a release says of the pipeline's results of one range of spectra of one version.
SELECT obsid, z_method, normalised FROM {processing}.spec_info WHERE obsid >= {from} AND obsid < {before} ORDER BY obsid
