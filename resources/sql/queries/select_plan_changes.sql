-- Which spectra of the range would go out and did not, or differ from what went out: the number of each kind with the first ones.
SELECT d.kind, d.in_all, d.obsid, d.pipeline_version, d.obs_date, d.planid, d.spid, d.fiberid,
       d.was_class, d.was_subclass, d.was_z, d.was_version, d.final_class, d.final_subclass, d.final_z, ''
FROM (SELECT k.*, COUNT(*) OVER (PARTITION BY k.kind) AS in_all, ROW_NUMBER() OVER (PARTITION BY k.kind ORDER BY k.obsid) AS place
      FROM (SELECT n.obsid, n.pipeline_version, n.obs_date, n.planid, n.spid, n.fiberid, n.final_class, n.final_subclass, n.final_z,
                   p.`class` AS was_class, p.subclass AS was_subclass, p.z AS was_z, p.pipeline_version AS was_version,
                   CASE WHEN COALESCE(p.if_release, 0) = 0 THEN 'new'
                        WHEN n.final_class <> COALESCE(p.`class`, '') THEN 'class'
                        WHEN n.final_subclass <> COALESCE(p.subclass, '') THEN 'subclass'
                        WHEN NOT (n.final_z <=> p.z) THEN 'redshift'
                        WHEN n.pipeline_version <> p.pipeline_version THEN 'version'
                        ELSE '' END AS kind
            FROM {check}.plan_row AS n
            LEFT JOIN {product}.catalogue AS p ON p.obsid = n.obsid
            WHERE n.reason = '') AS k
      WHERE k.kind <> '') AS d
WHERE d.place <= :each
ORDER BY d.kind, d.place
