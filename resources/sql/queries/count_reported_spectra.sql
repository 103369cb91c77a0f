-- Of a plate's night: how many spectra are there, how many of the spectrograph, up to which fibre, and how many does a report meet?
SELECT COUNT(*), COALESCE(SUM(a.same_spectrograph), 0), COALESCE(MAX(CASE WHEN a.same_spectrograph THEN a.fiberid END), 0),
    COUNT(DISTINCT CASE WHEN a.same_spectrograph AND a.in_range AND a.in_version THEN a.obsid END)
FROM (SELECT s.obsid, s.fiberid, s.spid = :spid AS same_spectrograph, s.fiberid BETWEEN :first AND :last AS in_range,
          (:raw OR s.pipeline_version = :version) AS in_version
      FROM {check}.spec_check AS s WHERE s.planid = :plan AND s.obs_date = :date) AS a
