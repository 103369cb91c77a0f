-- A spectrum must not go out any more; said again, the newest reason stands.
INSERT INTO {check}.release_withdrawal (obsid, release_name, reason, withdrawn_by, withdrawn_at)
VALUES (:obsid, :release, :reason, :account, UTC_TIMESTAMP(6))
ON DUPLICATE KEY UPDATE reason = VALUES(reason), withdrawn_by = VALUES(withdrawn_by), withdrawn_at = VALUES(withdrawn_at)
