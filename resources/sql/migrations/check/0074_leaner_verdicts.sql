-- A team of 500 writes at once: no temporary tables on the disk, half as many statements, and a verdict read out of the JSON by two
-- and not by twenty, since each is compiled and kept for each connection.

DROP PROCEDURE IF EXISTS {check}.store_verdicts;

-- Stores verdicts given as a JSON array, all or none: the rows, what stands now, the events, the progress and the seats.
-- A text that is too long for its column is refused and not cut.
-- A submission that is there already is passed over. A verdict decided before the one that stands does not replace it; the
-- clock of a machine that is ahead does not count. A look that nobody took is done where the signer may take it.
-- The verdict at work is a variable of the session: the server writes a procedure's own out into the text of each statement.
-- The signer's progress is written before the verdict, as if nothing of his stood: its row is what two of his windows wait for.
CREATE PROCEDURE {check}.store_verdicts(IN signer VARCHAR(80), IN verdicts LONGTEXT)
MODIFIES SQL DATA SQL SECURITY DEFINER
store: BEGIN
    DECLARE how_many INT DEFAULT JSON_LENGTH(verdicts);
    DECLARE place INT DEFAULT 0;
    DECLARE g_submission BINARY(16);
    DECLARE g_obsid, stored BIGINT;
    DECLARE g_version VARCHAR(500);
    DECLARE g_words TEXT;
    DECLARE g_decided_at DATETIME(6);
    DECLARE of_list VARCHAR(40);
    DECLARE is_stored, stood TINYINT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;

    CALL {check}.require_signer(signer, CURRENT_USER());
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    every_verdict: WHILE place < how_many DO
        SET @specdesk_verdict = JSON_EXTRACT(verdicts, CONCAT('$[', place, ']')), place = place + 1, stood = 0;
        SELECT UNHEX(JSON_VALUE(@specdesk_verdict, '$.submission')), JSON_VALUE(@specdesk_verdict, '$.obsid'),
               JSON_VALUE(@specdesk_verdict, '$.version'),
               LEAST(CAST(LEFT(JSON_VALUE(@specdesk_verdict, '$.decided_at'), 23) AS DATETIME(6)), UTC_TIMESTAMP(6)),
               CONCAT(signer, ': ', JSON_VALUE(@specdesk_verdict, '$.class'), ' ', JSON_VALUE(@specdesk_verdict, '$.subclass'),
                      COALESCE(CONCAT(' z=', ROUND(CAST(JSON_VALUE(@specdesk_verdict, '$.z') AS DOUBLE), 6)), ''))
        INTO g_submission, g_obsid, g_version, g_decided_at, g_words;
        SELECT EXISTS (SELECT 1 FROM {check}.humanverify AS v WHERE v.submission = g_submission),
               COALESCE((SELECT s.page FROM {check}.spec_check AS s
                         WHERE s.obsid = g_obsid AND s.pipeline_version = g_version), 'unlisted')
        INTO is_stored, of_list;
        IF is_stored THEN
            ITERATE every_verdict;
        END IF;
        UPDATE {check}.check_status
        SET done = done + 1, last_obsid = g_obsid, last_pipeline_version = g_version, updated_at = UTC_TIMESTAMP(6)
        WHERE inspector = signer AND list_name = of_list;
        IF ROW_COUNT() = 0 THEN
            INSERT INTO {check}.check_status (inspector, list_name, done, total, last_obsid, last_pipeline_version, updated_at)
            VALUES (signer, of_list, 1, COALESCE((SELECT l.total FROM {check}.check_list AS l WHERE l.list_name = of_list), 0),
                    g_obsid, g_version, UTC_TIMESTAMP(6))
            ON DUPLICATE KEY UPDATE done = done + 1, last_obsid = g_obsid, last_pipeline_version = g_version;
        END IF;
        BEGIN
            DECLARE CONTINUE HANDLER FOR 1062 SET is_stored = 1;
            INSERT INTO {check}.humanverify (submission, obsid, pipeline_version, spectral_class, subclass, z, z_err, z_origin,
                z_origin_detail, grade, reasons, remark, inspector, decided_at, stored_at, seconds_spent, shown_class,
                shown_subclass, shown_z, tool_version, line_list_version)
            VALUES (g_submission, g_obsid, g_version, JSON_VALUE(@specdesk_verdict, '$.class'),
                JSON_VALUE(@specdesk_verdict, '$.subclass'), JSON_VALUE(@specdesk_verdict, '$.z'),
                JSON_VALUE(@specdesk_verdict, '$.z_err'), JSON_VALUE(@specdesk_verdict, '$.z_origin'),
                JSON_VALUE(@specdesk_verdict, '$.z_origin_detail'), JSON_VALUE(@specdesk_verdict, '$.grade'),
                JSON_VALUE(@specdesk_verdict, '$.reasons'), JSON_UNQUOTE(JSON_EXTRACT(@specdesk_verdict, '$.remark')), signer,
                g_decided_at, UTC_TIMESTAMP(6), JSON_VALUE(@specdesk_verdict, '$.seconds_spent'),
                JSON_VALUE(@specdesk_verdict, '$.shown_class'), JSON_VALUE(@specdesk_verdict, '$.shown_subclass'),
                JSON_VALUE(@specdesk_verdict, '$.shown_z'), JSON_VALUE(@specdesk_verdict, '$.tool_version'),
                JSON_VALUE(@specdesk_verdict, '$.line_list_version'));
        END;
        IF is_stored THEN
            UPDATE {check}.check_status SET done = done - 1 WHERE inspector = signer AND list_name = of_list;
            ITERATE every_verdict;
        END IF;
        SET stored = LAST_INSERT_ID();
        INSERT INTO {check}.spectrum_event (obsid, pipeline_version, state, happened_at, detail)
        VALUES (g_obsid, g_version, 'verified', g_decided_at, LEFT(g_words, 200));
        BEGIN
            DECLARE CONTINUE HANDLER FOR 1062 SET stood = 1;
            INSERT INTO {check}.standing_verdict (inspector, obsid, pipeline_version, verdict_id, list_name)
            VALUES (signer, g_obsid, g_version, stored, of_list);
        END;
        IF stood THEN
            UPDATE {check}.standing_verdict AS h
            SET h.verdict_id = stored
            WHERE h.inspector = signer AND h.obsid = g_obsid AND h.pipeline_version = g_version
              AND COALESCE((SELECT v.decided_at FROM {check}.humanverify AS v WHERE v.id = h.verdict_id) <= g_decided_at, 1);
            UPDATE {check}.check_status SET done = done - 1 WHERE inspector = signer AND list_name = of_list;
        END IF;
        UPDATE {check}.task_seat FORCE INDEX (by_holder)
        SET state = 'done', done_at = UTC_TIMESTAMP(6), leased_until = NULL
        WHERE holder = signer AND obsid = g_obsid AND pipeline_version = g_version AND state = 'held';
        IF ROW_COUNT() = 0 AND NOT stood THEN
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
    END WHILE;
    COMMIT;
END;
