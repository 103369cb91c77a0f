-- A spectrum must not go out any more; said again, the newest reason stands. Joins the transaction of the caller.
CREATE PROCEDURE {check}.withdraw_from_release(IN signer VARCHAR(80), IN given_obsid BIGINT, IN given_release VARCHAR(40),
    IN given_reason VARCHAR(200))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    CALL {check}.require_signer(signer, CURRENT_USER());
    INSERT INTO {check}.release_withdrawal (obsid, release_name, reason, withdrawn_by, withdrawn_at)
    VALUES (given_obsid, given_release, given_reason, signer, UTC_TIMESTAMP(6))
    ON DUPLICATE KEY UPDATE reason = VALUES(reason), withdrawn_by = VALUES(withdrawn_by), withdrawn_at = VALUES(withdrawn_at);
END;
