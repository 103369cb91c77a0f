-- Undo: adds a row that takes back the verdict of the signer that is meant (NULL: the one that stands), so that the newest
-- of the others stands. Error 30001 when it was never stored or is taken back already. The same submission again changes nothing.
CREATE PROCEDURE {check}.withdraw_verdict(IN signer VARCHAR(80), IN given_submission BINARY(16), IN meant BINARY(16),
    IN given_obsid BIGINT, IN given_version VARCHAR(40), IN given_tool VARCHAR(40))
MODIFIES SQL DATA SQL SECURITY DEFINER
withdraw: BEGIN
    DECLARE of_list, counted_list VARCHAR(40);
    DECLARE stood, taken, earlier BIGINT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;

    CALL {check}.require_signer(signer, CURRENT_USER());
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    SET of_list = COALESCE((SELECT s.page FROM {check}.spec_check AS s
                            WHERE s.obsid = given_obsid AND s.pipeline_version = given_version), 'unlisted');
    INSERT INTO {check}.check_status (inspector, list_name, done, total, last_obsid, last_pipeline_version, updated_at)
    VALUES (signer, of_list, 0, COALESCE((SELECT l.total FROM {check}.check_list AS l WHERE l.list_name = of_list), 0),
            given_obsid, given_version, UTC_TIMESTAMP(6))
    ON DUPLICATE KEY UPDATE updated_at = VALUES(updated_at);
    IF EXISTS (SELECT 1 FROM {check}.humanverify AS v WHERE v.submission = given_submission) THEN
        COMMIT;
        LEAVE withdraw;
    END IF;
    SELECT MAX(h.verdict_id), MAX(h.list_name) INTO stood, counted_list
    FROM {check}.standing_verdict AS h
    WHERE h.inspector = signer AND h.obsid = given_obsid AND h.pipeline_version = given_version;
    SET taken = IF(meant IS NULL, stood, (
        SELECT v.id FROM {check}.humanverify AS v
        WHERE v.submission = meant AND v.inspector = signer AND v.withdraws = 0
          AND NOT EXISTS (SELECT 1 FROM {check}.humanverify AS w WHERE w.withdrawn_id = v.id)));
    IF taken IS NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = 'No verdict stands';
    END IF;
    INSERT INTO {check}.humanverify (submission, obsid, pipeline_version, spectral_class, subclass, z, z_err, z_origin,
        z_origin_detail, grade, reasons, remark, inspector, decided_at, stored_at, seconds_spent, shown_class, shown_subclass,
        shown_z, tool_version, line_list_version, withdraws, withdrawn_id)
    SELECT given_submission, v.obsid, v.pipeline_version, v.spectral_class, v.subclass, v.z, v.z_err, v.z_origin,
        v.z_origin_detail, v.grade, v.reasons, v.remark, v.inspector, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 0, v.shown_class,
        v.shown_subclass, v.shown_z, given_tool, v.line_list_version, 1, v.id
    FROM {check}.humanverify AS v WHERE v.id = taken;
    IF taken <> stood THEN
        COMMIT;
        LEAVE withdraw;
    END IF;
    SET earlier = (SELECT v.id FROM {check}.humanverify AS v
                   LEFT JOIN {check}.humanverify AS w ON w.withdrawn_id = v.id
                   WHERE v.obsid = given_obsid AND v.pipeline_version = given_version AND v.inspector = signer
                     AND v.withdraws = 0 AND w.id IS NULL
                   ORDER BY v.decided_at DESC, v.id DESC LIMIT 1);
    IF earlier IS NULL THEN
        DELETE FROM {check}.standing_verdict
        WHERE inspector = signer AND obsid = given_obsid AND pipeline_version = given_version;
        UPDATE {check}.task_seat FORCE INDEX (by_spectrum) SET state = 'held', done_at = NULL
        WHERE obsid = given_obsid AND pipeline_version = given_version AND holder = signer AND state = 'done';
        INSERT INTO {check}.task_lease (task_id, holder, leased_until, oldest)
        SELECT t.task_id, signer, UTC_TIMESTAMP(6) + INTERVAL k.lease_minutes MINUTE, t.seat_order
        FROM {check}.task_seat AS t FORCE INDEX (by_spectrum)
        JOIN {check}.task AS k ON k.id = t.task_id
        WHERE t.obsid = given_obsid AND t.pipeline_version = given_version AND t.holder = signer AND t.state = 'held'
        ON DUPLICATE KEY UPDATE leased_until = VALUES(leased_until), oldest = LEAST(oldest, VALUES(oldest));
    ELSE
        UPDATE {check}.standing_verdict SET verdict_id = earlier
        WHERE inspector = signer AND obsid = given_obsid AND pipeline_version = given_version;
    END IF;
    UPDATE {check}.check_status AS c
    SET c.done = c.done - IF(earlier IS NULL, 1, 0), c.last_obsid = given_obsid, c.last_pipeline_version = given_version
    WHERE c.inspector = signer AND c.list_name = counted_list;
    COMMIT;
END;
