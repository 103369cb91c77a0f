-- Where the signer goes on with a list, when he has looked without deciding.
CREATE PROCEDURE {check}.remember_place(IN signer VARCHAR(80), IN given_list VARCHAR(40), IN given_obsid BIGINT,
    IN given_version VARCHAR(40))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    CALL {check}.require_signer(signer, CURRENT_USER());
    INSERT INTO {check}.check_status (inspector, list_name, done, total, last_obsid, last_pipeline_version, updated_at)
    VALUES (signer, given_list, 0, COALESCE((SELECT l.total FROM {check}.check_list AS l WHERE l.list_name = given_list), 0),
            given_obsid, given_version, UTC_TIMESTAMP(6))
    ON DUPLICATE KEY UPDATE last_obsid = VALUES(last_obsid), last_pipeline_version = VALUES(last_pipeline_version),
        updated_at = VALUES(updated_at);
END;
