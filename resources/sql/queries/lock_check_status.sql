-- Takes the inspector's row of a list first, so that two windows of one person take turns; makes it where there is none.
INSERT INTO {check}.check_status (inspector, list_name, done, total, last_obsid, last_pipeline_version, updated_at)
VALUES (:inspector, :list, 0, (SELECT COALESCE(MAX(l.total), 0) FROM {check}.check_list AS l WHERE l.list_name = :list_again),
    :obsid, :version, UTC_TIMESTAMP(6))
ON DUPLICATE KEY UPDATE updated_at = VALUES(updated_at)
