-- A lease is one row for a task and a person and not a moment in each seat, and a seat stands in two lists that change and not in
-- four. A verdict comes with its values and not as JSON, and is itself the dated event of its spectrum.

-- `reached` is where the search for free seats begins: whatever comes before it is taken (tasks of several looks: by others or by
-- the holder), and `oldest` where the holder's own begin. Without them a server walks for each claim over all that was just taken
-- or done and is not swept away yet. leased_until is NULL when no seats are held any more.
CREATE TABLE IF NOT EXISTS {check}.task_lease (
    task_id INT NOT NULL,
    holder VARCHAR(80) NOT NULL,
    leased_until DATETIME(6) NULL,
    reached BIGINT NOT NULL DEFAULT 0,
    oldest BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (task_id, holder),
    KEY by_end (task_id, leased_until),
    KEY by_reached (task_id, reached)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT IGNORE INTO {check}.task_lease (task_id, holder, leased_until)
SELECT t.task_id, t.holder, MAX(t.leased_until)
FROM {check}.task_seat AS t
WHERE t.state = 'held'
GROUP BY t.task_id, t.holder;

DROP PROCEDURE IF EXISTS {check}.hold_seats;

DROP PROCEDURE IF EXISTS {check}.release_seats;

DROP VIEW IF EXISTS {check}.my_seat;

-- A look that is done changes its place in by_order alone.
ALTER TABLE {check}.task_seat
    DROP KEY seat,
    DROP KEY by_lease,
    DROP KEY by_holding,
    DROP KEY by_holder,
    DROP KEY by_spectrum,
    DROP COLUMN leased_until,
    ADD KEY by_holder (holder, task_id, seat_order),
    ADD KEY by_spectrum (obsid, pipeline_version, holder);

-- The seats that the connected account holds or has done. Their numbers would tell, for known spectra come into a task last.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW {check}.my_seat AS
SELECT t.task_id, t.seat_order, t.obsid, t.pipeline_version, t.holder, t.state
FROM {check}.task_seat AS t
WHERE t.holder = SUBSTRING_INDEX(USER(), '@', 1)
   OR SUBSTRING_INDEX(USER(), '@', 1) = SUBSTRING_INDEX(CURRENT_USER(), '@', 1);

-- The seats that the connected account holds. The index is named, for a task that was just made has no statistics.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW {check}.my_claim AS
SELECT l.task_id, t.seat_order, t.obsid, t.pipeline_version, l.holder, l.leased_until
FROM {check}.task_lease AS l
JOIN {check}.task_seat AS t FORCE INDEX (by_holder)
    ON t.holder = l.holder AND t.task_id = l.task_id AND t.seat_order >= l.oldest
WHERE t.state = 'held'
  AND (l.holder = SUBSTRING_INDEX(USER(), '@', 1)
       OR SUBSTRING_INDEX(USER(), '@', 1) = SUBSTRING_INDEX(CURRENT_USER(), '@', 1));

-- The connected account's own verdicts. visible_verdict looks at the account's role besides, which takes a server longer.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW {check}.own_verdict AS
SELECT v.*
FROM {check}.humanverify AS v
WHERE v.inspector = SUBSTRING_INDEX(USER(), '@', 1)
   OR SUBSTRING_INDEX(USER(), '@', 1) = SUBSTRING_INDEX(CURRENT_USER(), '@', 1);

DROP PROCEDURE IF EXISTS {check}.take_ended_seats;

-- Gives the signer seats of a task whose holder's lease ended, those that ended first, and forgets leases without seats.
CREATE PROCEDURE {check}.take_ended_seats(IN given_task INT, IN signer VARCHAR(80), IN missing INT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE finished TINYINT DEFAULT 0;
    DECLARE seat_id, place, spectrum BIGINT;
    DECLARE version VARCHAR(40);
    DECLARE ended CURSOR FOR
        SELECT t.id, t.seat_order, t.obsid, t.pipeline_version
        FROM {check}.task_lease AS l FORCE INDEX (by_end)
        JOIN {check}.task_seat AS t FORCE INDEX (by_holder)
            ON t.holder = l.holder AND t.task_id = l.task_id AND t.seat_order >= l.oldest
        WHERE l.task_id = given_task AND l.leased_until < UTC_TIMESTAMP(6) AND l.holder <> signer AND t.state = 'held'
          AND (SELECT COUNT(*) FROM {check}.task_seat AS o FORCE INDEX (by_spectrum)
               WHERE o.obsid = t.obsid AND o.pipeline_version = t.pipeline_version AND o.holder = signer
                 AND o.task_id = t.task_id) = 0
        ORDER BY l.leased_until, t.seat_order LIMIT missing FOR UPDATE SKIP LOCKED;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = 1;
    OPEN ended;
    ended_ones: LOOP
        FETCH ended INTO seat_id, place, spectrum, version;
        IF finished THEN
            LEAVE ended_ones;
        END IF;
        -- Two people's leases at one spectrum may have ended: the second seat stays for somebody else.
        IF (SELECT COUNT(*) FROM {check}.task_seat AS o FORCE INDEX (by_spectrum)
            WHERE o.obsid = spectrum AND o.pipeline_version = version AND o.holder = signer AND o.task_id = given_task) = 0 THEN
            UPDATE {check}.task_seat SET holder = signer WHERE id = seat_id;
            UPDATE {check}.task_lease SET oldest = LEAST(oldest, place) WHERE task_id = given_task AND holder = signer;
        END IF;
    END LOOP;
    CLOSE ended;
    UPDATE {check}.task_lease AS l
    SET l.leased_until = NULL
    WHERE l.task_id = given_task AND l.leased_until < UTC_TIMESTAMP(6) AND l.holder <> signer
      AND (SELECT COUNT(*) FROM {check}.task_seat AS t FORCE INDEX (by_holder)
           WHERE t.holder = l.holder AND t.task_id = l.task_id AND t.seat_order >= l.oldest AND t.state = 'held') = 0;
END;

-- Renews what the signer holds of a task, when a tenth of the lease is over, and takes more until it is `wanted`: seats whose
-- lease ended first, then free ones in the task's order, never two of a spectrum. Nobody waits for a seat that another is
-- taking; the lease's row is what two windows of a person wait for.
CREATE PROCEDURE {check}.hold_seats(IN given_task INT, IN signer VARCHAR(80), IN wanted INT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE lease, looks, missing INT;
    DECLARE some_member, is_member VARCHAR(80);
    DECLARE first_end DATETIME(6);
    DECLARE own_place, from_place, last_place, bound BIGINT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;

    CALL {check}.require_signer(signer, CURRENT_USER());
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    SELECT MAX(k.lease_minutes), MAX(k.inspectors),
           MAX((SELECT m.account FROM {check}.task_member AS m WHERE m.task_id = k.id LIMIT 1)),
           MAX((SELECT m.account FROM {check}.task_member AS m WHERE m.task_id = k.id AND m.account = signer))
    INTO lease, looks, some_member, is_member
    FROM {check}.task AS k
    WHERE k.id = given_task AND k.closed = 0;
    IF lease IS NULL OR (some_member IS NOT NULL AND is_member IS NULL) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30007, MESSAGE_TEXT = 'No open task of this account';
    END IF;
    INSERT INTO {check}.task_lease (task_id, holder, leased_until)
    VALUES (given_task, signer, UTC_TIMESTAMP(6) + INTERVAL lease MINUTE)
    ON DUPLICATE KEY UPDATE leased_until = IF(leased_until > UTC_TIMESTAMP(6) + INTERVAL lease * 54 SECOND, leased_until,
                                              VALUES(leased_until));
    SELECT MAX(l.reached), MIN(l.leased_until) INTO from_place, first_end
    FROM {check}.task_lease AS l
    WHERE l.task_id = given_task;
    SELECT l.oldest, IF(looks = 1, from_place, l.reached) INTO own_place, from_place
    FROM {check}.task_lease AS l
    WHERE l.task_id = given_task AND l.holder = signer;
    SELECT wanted - COUNT(*) INTO missing
    FROM {check}.task_seat AS t FORCE INDEX (by_holder)
    WHERE t.holder = signer AND t.task_id = given_task AND t.seat_order >= own_place AND t.state = 'held';
    IF missing > 0 AND first_end < UTC_TIMESTAMP(6) THEN
        CALL {check}.take_ended_seats(given_task, signer, missing);
        SET own_place = (SELECT l.oldest FROM {check}.task_lease AS l WHERE l.task_id = given_task AND l.holder = signer);
        SELECT wanted - COUNT(*) INTO missing
        FROM {check}.task_seat AS t FORCE INDEX (by_holder)
        WHERE t.holder = signer AND t.task_id = given_task AND t.seat_order >= own_place AND t.state = 'held';
    END IF;
    SET bound = own_place;
    search: WHILE missing > 0 AND from_place >= 0 DO
        UPDATE {check}.task_seat AS w
        JOIN (SELECT t.id FROM {check}.task_seat AS t FORCE INDEX (by_order)
              WHERE t.task_id = given_task AND t.state = 'free' AND t.seat_order >= from_place
                AND (looks = 1
                     OR ((SELECT COUNT(*) FROM {check}.task_seat AS o FORCE INDEX (by_spectrum)
                          WHERE o.obsid = t.obsid AND o.pipeline_version = t.pipeline_version AND o.holder = signer
                            AND o.task_id = t.task_id) = 0
                         AND (SELECT COUNT(*) FROM {check}.task_seat AS f FORCE INDEX (by_spectrum)
                              WHERE f.obsid = t.obsid AND f.pipeline_version = t.pipeline_version AND f.holder = ''
                                AND f.task_id = t.task_id AND f.seat < t.seat) = 0))
              ORDER BY t.seat_order, t.id LIMIT missing FOR UPDATE SKIP LOCKED) AS c ON c.id = w.id
        SET w.state = 'held', w.holder = signer;
        SET bound = LEAST(bound, from_place);
        SELECT wanted - COUNT(*), MIN(t.seat_order), MAX(t.seat_order) INTO missing, own_place, last_place
        FROM {check}.task_seat AS t FORCE INDEX (by_holder)
        WHERE t.holder = signer AND t.task_id = given_task AND t.seat_order >= bound AND t.state = 'held';
        IF own_place IS NOT NULL
            AND (own_place < bound OR own_place >= bound + 16 OR from_place = 0 OR last_place >= from_place + 16) THEN
            UPDATE {check}.task_lease SET oldest = own_place, reached = GREATEST(reached, last_place)
            WHERE task_id = given_task AND holder = signer;
        END IF;
        SET from_place = IF(from_place > 0, 0, -1);
    END WHILE;
    COMMIT;
END;

-- Gives back what the signer holds of a task; they are the next to be taken: everybody's search begins at them again. Whoever is
-- taking seats meanwhile is waited for.
CREATE PROCEDURE {check}.release_seats(IN given_task INT, IN signer VARCHAR(80))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE lowest BIGINT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;

    CALL {check}.require_signer(signer, CURRENT_USER());
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    UPDATE {check}.task_lease SET leased_until = IF(holder = signer, NULL, leased_until) WHERE task_id = given_task;
    SET lowest = (SELECT MIN(t.seat_order) FROM {check}.task_lease AS l
                  JOIN {check}.task_seat AS t FORCE INDEX (by_holder)
                      ON t.holder = l.holder AND t.task_id = l.task_id AND t.seat_order >= l.oldest
                  WHERE l.task_id = given_task AND l.holder = signer AND t.state = 'held');
    UPDATE {check}.task_seat FORCE INDEX (by_holder) SET state = 'free', holder = ''
    WHERE holder = signer AND task_id = given_task AND seat_order >= lowest AND state = 'held';
    UPDATE {check}.task_lease SET reached = lowest WHERE task_id = given_task AND reached > lowest;
    COMMIT;
END;

DROP VIEW IF EXISTS {check}.spectrum_history;

-- Every state a spectrum passed through, with its time. A verdict's own row is its event.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW {check}.spectrum_history AS
SELECT e.obsid, e.pipeline_version, CAST(e.state AS CHAR(12)) AS state, e.happened_at, e.detail
FROM {check}.spectrum_event AS e
WHERE e.state NOT IN ('verified', 'withdrawn')
UNION ALL
SELECT v.obsid, v.pipeline_version, IF(v.withdraws = 1, 'withdrawn', 'verified'), v.decided_at,
       LEFT(CONCAT(v.inspector, ': ', v.spectral_class, ' ', v.subclass, COALESCE(CONCAT(' z=', ROUND(v.z, 6)), '')), 200)
FROM {check}.humanverify AS v;

DROP PROCEDURE IF EXISTS {check}.store_verdicts;

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
