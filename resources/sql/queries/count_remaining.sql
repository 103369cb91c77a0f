-- How many spectra has nobody decided on?
SELECT (SELECT COUNT(*) FROM {check}.spec_check AS s WHERE {conditions})
    - (SELECT COUNT(*)
       FROM (SELECT DISTINCT h.obsid, h.pipeline_version FROM {check}.standing_verdict AS h) AS d
       STRAIGHT_JOIN {check}.spec_check AS s ON s.obsid = d.obsid AND s.pipeline_version = d.pipeline_version
       WHERE {conditions})
