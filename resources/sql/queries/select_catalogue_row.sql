-- What has the built release of a spectrum?
SELECT if_release, reason, pipeline_version FROM {product}.catalogue WHERE obsid = :obsid
