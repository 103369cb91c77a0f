-- Stores a verdict by its values or, where `verdicts` is not NULL, those of a JSON array, all or none: the row, what stands now,
-- the progress and the seat. A text that is too long for its column is refused and not cut: one character more comes in.
-- A submission that is there already is passed over. A verdict decided before the one that stands does not replace it; the
-- clock of a machine that is ahead does not count. A look that nobody took is done where the signer may take it.
-- The signer's progress is written before the verdict, as if nothing of his stood: its row is what two of his windows wait for.
-- Another procedure for one verdict, or a call for each, would take a server longer than storing it.
CREATE PROCEDURE {check}.store_verdicts(IN signer VARCHAR(80), IN verdicts LONGTEXT, IN g_submission BINARY(16), IN g_obsid BIGINT,
    IN g_version VARCHAR(41), IN g_class VARCHAR(11), IN g_subclass VARCHAR(61), IN g_z DOUBLE, IN g_z_err DOUBLE,
    IN g_z_origin VARCHAR(13), IN g_z_origin_detail VARCHAR(121), IN g_grade INT, IN g_reasons VARCHAR(401), IN g_remark TEXT,
    IN g_decided_at VARCHAR(40), IN g_seconds DOUBLE, IN g_shown_class VARCHAR(11), IN g_shown_subclass VARCHAR(61),
    IN g_shown_z DOUBLE, IN g_tool VARCHAR(41), IN g_lines VARCHAR(41))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE how_many INT DEFAULT COALESCE(JSON_LENGTH(verdicts), 1);
    DECLARE place INT DEFAULT 0;
    DECLARE me VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);
    DECLARE this_moment, decided DATETIME(6) DEFAULT UTC_TIMESTAMP(6);
    DECLARE of_list VARCHAR(40);
    DECLARE stored BIGINT;
    DECLARE known, stood TINYINT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;

    IF signer = '' OR (signer <> me AND me <> SUBSTRING_INDEX(CURRENT_USER(), '@', 1)) THEN
        CALL {check}.require_signer(signer, CURRENT_USER());
    END IF;
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    every_verdict: WHILE place < how_many DO
        IF verdicts IS NOT NULL THEN
            SET @specdesk_verdict = JSON_EXTRACT(verdicts, CONCAT('$[', place, ']')), place = place + 1;
            SET g_submission = UNHEX(JSON_VALUE(@specdesk_verdict, '$.submission'));
            IF EXISTS (SELECT 1 FROM {check}.humanverify AS v WHERE v.submission = g_submission) THEN
                ITERATE every_verdict;
            END IF;
            SET g_obsid = JSON_VALUE(@specdesk_verdict, '$.obsid'), g_version = JSON_VALUE(@specdesk_verdict, '$.version'),
                g_class = JSON_VALUE(@specdesk_verdict, '$.class'), g_subclass = JSON_VALUE(@specdesk_verdict, '$.subclass'),
                g_z = JSON_VALUE(@specdesk_verdict, '$.z'), g_z_err = JSON_VALUE(@specdesk_verdict, '$.z_err'),
                g_z_origin = JSON_VALUE(@specdesk_verdict, '$.z_origin'),
                g_z_origin_detail = JSON_VALUE(@specdesk_verdict, '$.z_origin_detail'),
                g_grade = JSON_VALUE(@specdesk_verdict, '$.grade'), g_reasons = JSON_VALUE(@specdesk_verdict, '$.reasons'),
                g_remark = JSON_UNQUOTE(JSON_EXTRACT(@specdesk_verdict, '$.remark')),
                g_decided_at = JSON_VALUE(@specdesk_verdict, '$.decided_at'),
                g_seconds = JSON_VALUE(@specdesk_verdict, '$.seconds_spent'),
                g_shown_class = JSON_VALUE(@specdesk_verdict, '$.shown_class'),
                g_shown_subclass = JSON_VALUE(@specdesk_verdict, '$.shown_subclass'),
                g_shown_z = JSON_VALUE(@specdesk_verdict, '$.shown_z'),
                g_tool = JSON_VALUE(@specdesk_verdict, '$.tool_version'),
                g_lines = JSON_VALUE(@specdesk_verdict, '$.line_list_version');
        ELSE
            SET place = 1;
        END IF;
        SET known = 0, stood = 0, decided = LEAST(CAST(LEFT(g_decided_at, 23) AS DATETIME(6)), this_moment),
            of_list = COALESCE((SELECT s.page FROM {check}.spec_check AS s
                                WHERE s.obsid = g_obsid AND s.pipeline_version = g_version), 'unlisted');
        UPDATE {check}.check_status
        SET done = done + 1, last_obsid = g_obsid, last_pipeline_version = g_version, updated_at = this_moment
        WHERE inspector = signer AND list_name = of_list;
        IF ROW_COUNT() = 0 THEN
            INSERT INTO {check}.check_status (inspector, list_name, done, total, last_obsid, last_pipeline_version, updated_at)
            VALUES (signer, of_list, 1, COALESCE((SELECT l.total FROM {check}.check_list AS l WHERE l.list_name = of_list), 0),
                    g_obsid, g_version, this_moment)
            ON DUPLICATE KEY UPDATE done = done + 1, last_obsid = g_obsid, last_pipeline_version = g_version;
        END IF;
        BEGIN
            DECLARE CONTINUE HANDLER FOR 1062 SET known = 1;
            INSERT INTO {check}.humanverify (submission, obsid, pipeline_version, spectral_class, subclass, z, z_err, z_origin,
                z_origin_detail, grade, reasons, remark, inspector, decided_at, stored_at, seconds_spent, shown_class,
                shown_subclass, shown_z, tool_version, line_list_version)
            VALUES (g_submission, g_obsid, g_version, g_class, g_subclass, g_z, g_z_err, g_z_origin, g_z_origin_detail, g_grade,
                g_reasons, g_remark, signer, decided, this_moment, g_seconds, g_shown_class, g_shown_subclass, g_shown_z, g_tool,
                g_lines);
        END;
        IF known THEN
            IF verdicts IS NULL THEN
                ROLLBACK;
            ELSE
                UPDATE {check}.check_status SET done = done - 1 WHERE inspector = signer AND list_name = of_list;
            END IF;
            ITERATE every_verdict;
        END IF;
        SET stored = LAST_INSERT_ID();
        BEGIN
            DECLARE CONTINUE HANDLER FOR 1062 SET stood = 1;
            INSERT INTO {check}.standing_verdict (inspector, obsid, pipeline_version, verdict_id, list_name)
            VALUES (signer, g_obsid, g_version, stored, of_list);
        END;
        IF stood THEN
            UPDATE {check}.standing_verdict AS h
            SET h.verdict_id = stored
            WHERE h.inspector = signer AND h.obsid = g_obsid AND h.pipeline_version = g_version
              AND COALESCE((SELECT v.decided_at FROM {check}.humanverify AS v WHERE v.id = h.verdict_id) <= decided, 1);
            UPDATE {check}.check_status SET done = done - 1 WHERE inspector = signer AND list_name = of_list;
        END IF;
        UPDATE {check}.task_seat FORCE INDEX (by_spectrum)
        SET state = 'done', done_at = this_moment
        WHERE obsid = g_obsid AND pipeline_version = g_version AND holder = signer AND state = 'held';
        IF ROW_COUNT() = 0 AND NOT stood THEN
            UPDATE {check}.task_seat
            SET state = 'done', holder = signer, done_at = this_moment
            WHERE obsid = g_obsid AND pipeline_version = g_version AND holder = '' AND state = 'free'
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
