-- Which spectra of the range went out and would not any more, and why: the number for each reason with the first ones.
SELECT 'gone', d.in_all, d.obsid, d.was_version, d.obs_date, d.planid, d.spid, d.fiberid,
       d.was_class, d.was_subclass, d.was_z, d.was_version, '', '', NULL, d.reason
FROM (SELECT k.*, COUNT(*) OVER (PARTITION BY k.reason) AS in_all, ROW_NUMBER() OVER (PARTITION BY k.reason ORDER BY k.obsid) AS place
      FROM (SELECT p.obsid, p.pipeline_version AS was_version, CAST(p.obsdate AS CHAR) AS obs_date, p.planid, p.spid, p.fiberid,
                   p.`class` AS was_class, p.subclass AS was_subclass, p.z AS was_z, COALESCE(n.reason, '') AS reason
            FROM {product}.catalogue AS p
            LEFT JOIN {check}.plan_row AS n ON n.obsid = p.obsid
            WHERE p.obsid >= :from AND p.obsid < :before AND p.if_release = 1 AND (n.obsid IS NULL OR n.reason <> '')) AS k) AS d
WHERE d.place <= :each
ORDER BY d.reason, d.place
