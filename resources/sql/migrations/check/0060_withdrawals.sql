-- A verdict taken back is the one that was meant, whatever came between; whose clock is ahead wins nothing by it.

DROP PROCEDURE IF EXISTS {check}.store_verdicts;

-- Stores verdicts given as a JSON array, all or none: the rows, what stands now, the events, the progress and the seats.
-- Texts are read wider than their columns are, so that one that is too long is refused and not cut.
-- A submission that is there already is passed over. A verdict decided before the one that stands does not replace it; the
-- clock of a machine that is ahead does not count. A look that nobody took is done where the signer may take it.
CREATE PROCEDURE {check}.store_verdicts(IN signer VARCHAR(80), IN verdicts LONGTEXT)
MODIFIES SQL DATA SQL SECURITY DEFINER
store: BEGIN
    DECLARE finished TINYINT DEFAULT 0;
    DECLARE g_submission BINARY(16);
    DECLARE g_obsid BIGINT;
    DECLARE g_z, g_z_err, g_seconds, g_shown_z DOUBLE;
    DECLARE g_grade INT;
    DECLARE g_remark TEXT;
    DECLARE g_decided_at DATETIME(6);
    DECLARE g_version, g_class, g_subclass, g_z_origin, g_z_origin_detail, g_reasons, g_shown_class, g_shown_subclass,
        g_tool_version, g_line_list_version VARCHAR(1000);
    DECLARE of_list VARCHAR(40);
    DECLARE stood_at DATETIME(6);
    DECLARE stood, stored BIGINT;
    DECLARE given CURSOR FOR
        SELECT UNHEX(j.submission), j.obsid, j.version, j.class, j.subclass, j.z, j.z_err, j.z_origin, j.z_origin_detail, j.grade,
               j.reasons, j.remark, j.decided_at, j.seconds_spent, j.shown_class, j.shown_subclass, j.shown_z, j.tool_version,
               j.line_list_version
        FROM JSON_TABLE(verdicts, '$[*]' COLUMNS (
            submission CHAR(32) PATH '$.submission', obsid BIGINT PATH '$.obsid', version VARCHAR(1000) PATH '$.version',
            class VARCHAR(1000) PATH '$.class', subclass VARCHAR(1000) PATH '$.subclass', z DOUBLE PATH '$.z',
            z_err DOUBLE PATH '$.z_err', z_origin VARCHAR(1000) PATH '$.z_origin',
            z_origin_detail VARCHAR(1000) PATH '$.z_origin_detail', grade INT PATH '$.grade',
            reasons VARCHAR(1000) PATH '$.reasons', remark TEXT PATH '$.remark', decided_at CHAR(23) PATH '$.decided_at',
            seconds_spent DOUBLE PATH '$.seconds_spent', shown_class VARCHAR(1000) PATH '$.shown_class',
            shown_subclass VARCHAR(1000) PATH '$.shown_subclass', shown_z DOUBLE PATH '$.shown_z',
            tool_version VARCHAR(1000) PATH '$.tool_version', line_list_version VARCHAR(1000) PATH '$.line_list_version')) AS j;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = 1;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;

    CALL {check}.require_signer(signer, CURRENT_USER());
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    OPEN given;
    every_verdict: LOOP
        FETCH given INTO g_submission, g_obsid, g_version, g_class, g_subclass, g_z, g_z_err, g_z_origin, g_z_origin_detail,
            g_grade, g_reasons, g_remark, g_decided_at, g_seconds, g_shown_class, g_shown_subclass, g_shown_z, g_tool_version,
            g_line_list_version;
        IF finished THEN
            LEAVE every_verdict;
        END IF;
        SET of_list = COALESCE((SELECT s.page FROM {check}.spec_check AS s
                                WHERE s.obsid = g_obsid AND s.pipeline_version = g_version), 'unlisted');
        INSERT INTO {check}.check_status (inspector, list_name, done, total, last_obsid, last_pipeline_version, updated_at)
        VALUES (signer, of_list, 0, COALESCE((SELECT l.total FROM {check}.check_list AS l WHERE l.list_name = of_list), 0),
                g_obsid, g_version, UTC_TIMESTAMP(6))
        ON DUPLICATE KEY UPDATE updated_at = VALUES(updated_at);
        IF EXISTS (SELECT 1 FROM {check}.humanverify AS v WHERE v.submission = g_submission) THEN
            ITERATE every_verdict;
        END IF;
        SET g_decided_at = LEAST(g_decided_at, UTC_TIMESTAMP(6));
        SET stood = (SELECT h.verdict_id FROM {check}.standing_verdict AS h
                     WHERE h.inspector = signer AND h.obsid = g_obsid AND h.pipeline_version = g_version);
        SET stood_at = (SELECT v.decided_at FROM {check}.humanverify AS v WHERE v.id = stood);
        INSERT INTO {check}.humanverify (submission, obsid, pipeline_version, spectral_class, subclass, z, z_err, z_origin,
            z_origin_detail, grade, reasons, remark, inspector, decided_at, stored_at, seconds_spent, shown_class,
            shown_subclass, shown_z, tool_version, line_list_version)
        VALUES (g_submission, g_obsid, g_version, g_class, g_subclass, g_z, g_z_err, g_z_origin, g_z_origin_detail, g_grade,
            g_reasons, g_remark, signer, g_decided_at, UTC_TIMESTAMP(6), g_seconds, g_shown_class, g_shown_subclass, g_shown_z,
            g_tool_version, g_line_list_version);
        SET stored = LAST_INSERT_ID();
        INSERT INTO {check}.spectrum_event (obsid, pipeline_version, state, happened_at, detail)
        VALUES (g_obsid, g_version, 'verified', g_decided_at,
                LEFT(CONCAT(signer, ': ', g_class, ' ', g_subclass, IF(g_z IS NULL, '', CONCAT(' z=', ROUND(g_z, 6)))), 200));
        IF stood IS NULL OR stood_at <= g_decided_at THEN
            INSERT INTO {check}.standing_verdict (inspector, obsid, pipeline_version, verdict_id, list_name)
            VALUES (signer, g_obsid, g_version, stored, of_list)
            ON DUPLICATE KEY UPDATE verdict_id = VALUES(verdict_id);
        END IF;
        UPDATE {check}.check_status AS c
        SET c.done = c.done + IF(stood IS NULL, 1, 0), c.last_obsid = g_obsid, c.last_pipeline_version = g_version
        WHERE c.inspector = signer AND c.list_name = of_list;
        UPDATE {check}.task_seat AS t
        SET t.state = 'done', t.done_at = UTC_TIMESTAMP(6), t.leased_until = NULL
        WHERE t.holder = signer AND t.obsid = g_obsid AND t.pipeline_version = g_version AND t.state = 'held';
        IF stood IS NULL AND ROW_COUNT() = 0 THEN
            UPDATE {check}.task_seat
            SET state = 'done', holder = signer, done_at = UTC_TIMESTAMP(6)
            WHERE obsid = g_obsid AND pipeline_version = g_version AND state = 'free'
              AND task_id IN (
                SELECT k.id FROM {check}.task AS k
                WHERE k.closed = 0
                  AND (NOT EXISTS (SELECT 1 FROM {check}.task_member AS m WHERE m.task_id = k.id)
                       OR EXISTS (SELECT 1 FROM {check}.task_member AS m WHERE m.task_id = k.id AND m.account = signer)))
            ORDER BY id LIMIT 1;
        END IF;
    END LOOP;
    CLOSE given;
    COMMIT;
END;

DROP PROCEDURE IF EXISTS {check}.withdraw_verdict;

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
    INSERT INTO {check}.spectrum_event (obsid, pipeline_version, state, happened_at, detail)
    SELECT v.obsid, v.pipeline_version, 'withdrawn', UTC_TIMESTAMP(6),
           LEFT(CONCAT(signer, ': ', v.spectral_class, ' ', v.subclass, IF(v.z IS NULL, '', CONCAT(' z=', ROUND(v.z, 6)))), 200)
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
        UPDATE {check}.task_seat AS t JOIN {check}.task AS k ON k.id = t.task_id
        SET t.state = 'held', t.done_at = NULL, t.leased_until = UTC_TIMESTAMP(6) + INTERVAL k.lease_minutes MINUTE
        WHERE t.holder = signer AND t.obsid = given_obsid AND t.pipeline_version = given_version AND t.state = 'done';
    ELSE
        UPDATE {check}.standing_verdict SET verdict_id = earlier
        WHERE inspector = signer AND obsid = given_obsid AND pipeline_version = given_version;
    END IF;
    UPDATE {check}.check_status AS c
    SET c.done = c.done - IF(earlier IS NULL, 1, 0), c.last_obsid = given_obsid, c.last_pipeline_version = given_version
    WHERE c.inspector = signer AND c.list_name = counted_list;
    COMMIT;
END;
