-- From now on this verdict of the inspector stands.
INSERT INTO {check}.standing_verdict (inspector, obsid, pipeline_version, verdict_id, list_name)
VALUES (:inspector, :obsid, :version, :verdict, :list)
ON DUPLICATE KEY UPDATE verdict_id = VALUES(verdict_id)
