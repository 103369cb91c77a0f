-- The word that settles a spectrum. The inspectors' verdicts stay as they are.
CREATE PROCEDURE {check}.store_recheck(IN signer VARCHAR(80), IN given_submission BINARY(16), IN given_obsid BIGINT,
    IN given_version VARCHAR(40), IN given_class VARCHAR(10), IN given_subclass VARCHAR(60), IN given_z DOUBLE,
    IN given_z_err DOUBLE, IN given_grade INT, IN given_remark TEXT, IN given_at DATETIME(6), IN given_tool VARCHAR(40),
    IN given_chosen BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
settle: BEGIN
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
    CALL {check}.require_signer(signer, CURRENT_USER());
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    IF EXISTS (SELECT 1 FROM {check}.humanrecheck AS r WHERE r.submission = given_submission) THEN
        COMMIT;
        LEAVE settle;
    END IF;
    INSERT INTO {check}.humanrecheck (submission, obsid, pipeline_version, spectral_class, subclass, z, z_err, grade, remark,
        rechecker, decided_at, stored_at, tool_version, chosen_verdict)
    VALUES (given_submission, given_obsid, given_version, given_class, given_subclass, given_z, given_z_err, given_grade,
        given_remark, signer, given_at, UTC_TIMESTAMP(6), given_tool, given_chosen);
    INSERT INTO {check}.spectrum_event (obsid, pipeline_version, state, happened_at, detail)
    VALUES (given_obsid, given_version, 'rechecked', given_at,
            LEFT(CONCAT(signer, ': ', given_class, ' ', given_subclass, IF(given_z IS NULL, '', CONCAT(' z=', ROUND(given_z, 6)))), 200));
    COMMIT;
END;
