-- How far are nights or plates: spectra with a verdict of anybody that stands? Spectra and verdicts are counted apart: joined first,
-- a server would look for verdicts of each of millions of spectra.
SELECT t.name, t.spectra, COALESCE(d.done, 0), 0, COALESCE(d.people, 0), COALESCE(d.seconds, 0), CAST(d.first AS CHAR),
       CAST(d.last AS CHAR)
FROM (SELECT n.{group} AS name, SUM(n.spectra) AS spectra
      FROM (SELECT s.obs_date, s.planid, COUNT(*) AS spectra
            FROM {check}.spec_check AS s
            WHERE {conditions}
            GROUP BY s.obs_date, s.planid) AS n
      GROUP BY n.{group}) AS t
LEFT JOIN (SELECT s.{group} AS name, COUNT(DISTINCT h.obsid, h.pipeline_version) AS done, COUNT(DISTINCT h.inspector) AS people,
                  SUM(v.seconds_spent) AS seconds, MIN(v.decided_at) AS first, MAX(v.decided_at) AS last
           FROM {check}.standing_verdict AS h
           JOIN {check}.spec_check AS s ON s.obsid = h.obsid AND s.pipeline_version = h.pipeline_version
           LEFT JOIN {check}.visible_verdict AS v ON v.id = h.verdict_id
           WHERE {conditions}
           GROUP BY s.{group}) AS d ON d.name = t.name
ORDER BY t.name
