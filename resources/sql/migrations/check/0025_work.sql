-- How work is taken and given back, problems reported and answered, and second looks settled: by whoever is connected.

CREATE OR REPLACE SQL SECURITY DEFINER VIEW {check}.my_seat AS
SELECT t.id, t.task_id, t.seat_order, t.obsid, t.pipeline_version, t.holder, t.state, t.leased_until
FROM {check}.task_seat AS t
WHERE t.holder = SUBSTRING_INDEX(USER(), '@', 1)
   OR SUBSTRING_INDEX(USER(), '@', 1) = SUBSTRING_INDEX(CURRENT_USER(), '@', 1);

CREATE OR REPLACE SQL SECURITY DEFINER VIEW {check}.task_progress AS
SELECT t.task_id, t.state, COUNT(*) AS looks, SUM(t.seat = 1) AS spectra
FROM {check}.task_seat AS t
GROUP BY t.task_id, t.state;

DROP PROCEDURE IF EXISTS {check}.hold_seats;

-- Renews what the signer holds of a task and takes more until it is `wanted`: seats whose lease ended first, then free ones in
-- the task's order. (COUNT and not EXISTS: a server would gather all the signer ever did for each call.) Nobody waits for a row that another is taking, and nobody gets a second seat of the task at a spectrum.
CREATE PROCEDURE {check}.hold_seats(IN given_task INT, IN signer VARCHAR(80), IN wanted INT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE finished TINYINT DEFAULT 0;
    DECLARE seat_id BIGINT;
    DECLARE lease INT;
    DECLARE missing INT;
    DECLARE ended CURSOR FOR
        SELECT t.id FROM {check}.task_seat AS t
        WHERE t.task_id = given_task AND t.state = 'held' AND t.leased_until < UTC_TIMESTAMP(6) AND t.holder <> signer
          AND (SELECT COUNT(*) FROM {check}.task_seat AS o
               WHERE o.task_id = t.task_id AND o.obsid = t.obsid AND o.pipeline_version = t.pipeline_version
                 AND o.holder = signer) = 0
        ORDER BY t.leased_until LIMIT missing FOR UPDATE SKIP LOCKED;
    DECLARE free_seats CURSOR FOR
        SELECT t.id FROM {check}.task_seat AS t
        WHERE t.task_id = given_task AND t.state = 'free'
          AND (SELECT COUNT(*) FROM {check}.task_seat AS o
               WHERE o.task_id = t.task_id AND o.obsid = t.obsid AND o.pipeline_version = t.pipeline_version
                 AND o.holder = signer) = 0
          AND (SELECT COUNT(*) FROM {check}.task_seat AS f
               WHERE f.task_id = t.task_id AND f.obsid = t.obsid AND f.pipeline_version = t.pipeline_version
                 AND f.state = 'free' AND f.seat < t.seat) = 0
        ORDER BY t.seat_order, t.id LIMIT missing FOR UPDATE SKIP LOCKED;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = 1;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;

    CALL {check}.require_signer(signer, CURRENT_USER());
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    SET lease = (SELECT k.lease_minutes FROM {check}.task AS k
                 WHERE k.id = given_task AND k.closed = 0
                   AND (NOT EXISTS (SELECT 1 FROM {check}.task_member AS m WHERE m.task_id = k.id)
                        OR EXISTS (SELECT 1 FROM {check}.task_member AS m WHERE m.task_id = k.id AND m.account = signer)));
    IF lease IS NULL THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30007, MESSAGE_TEXT = 'No open task of this account';
    END IF;
    UPDATE {check}.task_seat SET leased_until = UTC_TIMESTAMP(6) + INTERVAL lease MINUTE
    WHERE task_id = given_task AND holder = signer AND state = 'held';
    SET missing = wanted - ROW_COUNT();
    IF missing > 0 THEN
        OPEN ended;
        ended_ones: LOOP
            FETCH ended INTO seat_id;
            IF finished THEN
                LEAVE ended_ones;
            END IF;
            UPDATE {check}.task_seat SET holder = signer, leased_until = UTC_TIMESTAMP(6) + INTERVAL lease MINUTE WHERE id = seat_id;
            SET missing = missing - 1;
        END LOOP;
        CLOSE ended;
    END IF;
    IF missing > 0 THEN
        SET finished = 0;
        OPEN free_seats;
        free_ones: LOOP
            FETCH free_seats INTO seat_id;
            IF finished THEN
                LEAVE free_ones;
            END IF;
            UPDATE {check}.task_seat
            SET state = 'held', holder = signer, leased_until = UTC_TIMESTAMP(6) + INTERVAL lease MINUTE WHERE id = seat_id;
        END LOOP;
        CLOSE free_seats;
    END IF;
    COMMIT;
END;

DROP PROCEDURE IF EXISTS {check}.release_seats;

-- Gives back what the signer holds of a task.
CREATE PROCEDURE {check}.release_seats(IN given_task INT, IN signer VARCHAR(80))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    CALL {check}.require_signer(signer, CURRENT_USER());
    UPDATE {check}.task_seat SET state = 'free', holder = '', leased_until = NULL
    WHERE task_id = given_task AND holder = signer AND state = 'held';
END;

DROP PROCEDURE IF EXISTS {check}.reopen_mended;

-- Puts the spectra of mended ranges into the inspectors' list: those of the version that mends a problem, or, while none is
-- named, of one first seen after the report.
CREATE PROCEDURE {check}.reopen_mended()
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE moved BIGINT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
    COMMIT;
    START TRANSACTION;
    DROP TEMPORARY TABLE IF EXISTS {check}.mended_spectrum;
    CREATE TEMPORARY TABLE {check}.mended_spectrum (obsid BIGINT, pipeline_version VARCHAR(40), page VARCHAR(10), problem_id BIGINT,
        PRIMARY KEY (obsid, pipeline_version)) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    INSERT INTO {check}.mended_spectrum
    SELECT s.obsid, s.pipeline_version, s.page, MAX(p.id)
    FROM {check}.`2dprob` AS p
    JOIN {check}.spec_check AS s
        ON s.planid = p.planid AND s.spid = p.spid AND s.fiberid BETWEEN p.first_fiber AND p.last_fiber
        AND s.pipeline_version <> p.pipeline_version
    JOIN {check}.processing_version AS n ON n.pipeline_version = s.pipeline_version
    WHERE p.origin = '2d' AND p.state IN ('confirmed', 'fixed') AND s.is_object = 1 AND s.reason <> 'reprocessed'
      AND (s.pipeline_version = p.fixed_version OR (p.fixed_version = '' AND n.first_seen_at > p.reported_at))
    GROUP BY s.obsid, s.pipeline_version, s.page;
    SET moved = (SELECT COUNT(*) FROM {check}.mended_spectrum AS m WHERE m.page = 'browse');
    UPDATE {check}.spec_check AS s JOIN {check}.mended_spectrum AS m
        ON m.obsid = s.obsid AND m.pipeline_version = s.pipeline_version
    SET s.page = 'inspect', s.reason = 'reprocessed', s.priority = 50;
    INSERT INTO {check}.spectrum_event (obsid, pipeline_version, state, happened_at, detail)
    SELECT m.obsid, m.pipeline_version, 'queued', UTC_TIMESTAMP(6), CONCAT('reprocessed after problem ', m.problem_id)
    FROM {check}.mended_spectrum AS m;
    IF moved > 0 THEN
        INSERT INTO {check}.check_list (list_name, total) VALUES ('inspect', moved)
        ON DUPLICATE KEY UPDATE total = total + VALUES(total);
        UPDATE {check}.check_list SET total = total - moved WHERE list_name = 'browse';
        UPDATE {check}.check_status AS c JOIN {check}.check_list AS l ON l.list_name = c.list_name SET c.total = l.total;
    END IF;
    COMMIT;
    DROP TEMPORARY TABLE {check}.mended_spectrum;
END;

DROP PROCEDURE IF EXISTS {check}.report_problem;

-- Notes a problem; the spectra of a raw one end here.
CREATE PROCEDURE {check}.report_problem(IN signer VARCHAR(80), IN given_submission BINARY(16), IN given_version VARCHAR(40),
    IN given_date VARCHAR(10), IN given_plan VARCHAR(60), IN given_spid INT, IN given_first INT, IN given_last INT,
    IN given_arm CHAR(1), IN given_from DOUBLE, IN given_to DOUBLE, IN given_kind VARCHAR(30), IN given_origin VARCHAR(3),
    IN given_text TEXT, IN given_at DATETIME(6))
MODIFIES SQL DATA SQL SECURITY DEFINER
report: BEGIN
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
    CALL {check}.require_signer(signer, CURRENT_USER());
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    IF EXISTS (SELECT 1 FROM {check}.`2dprob` AS p WHERE p.submission = given_submission) THEN
        COMMIT;
        LEAVE report;
    END IF;
    INSERT INTO {check}.`2dprob` (submission, pipeline_version, obs_date, lmjd, planid, spid, arm, first_fiber, last_fiber,
        origin, problem, description, reporter, reported_at, from_angstrom, to_angstrom)
    VALUES (given_submission, given_version, given_date,
        (SELECT MAX(s.lmjd) FROM {check}.spec_check AS s WHERE s.planid = given_plan AND s.spid = given_spid),
        given_plan, given_spid, given_arm, given_first, given_last, given_origin, given_kind, given_text, signer, given_at,
        given_from, given_to);
    INSERT INTO {check}.problem_event (problem_id, state, note, done_by, done_at)
    VALUES (LAST_INSERT_ID(), 'open', given_text, signer, UTC_TIMESTAMP(6));
    IF given_origin = 'raw' THEN
        INSERT INTO {check}.spectrum_event (obsid, pipeline_version, state, happened_at, detail)
        SELECT s.obsid, s.pipeline_version, 'ended', given_at, LEFT(CONCAT('raw problem: ', given_kind, ', ', signer), 200)
        FROM {check}.spec_check AS s
        WHERE s.planid = given_plan AND s.spid = given_spid AND s.fiberid BETWEEN given_first AND given_last
          AND s.pipeline_version = given_version;
    END IF;
    COMMIT;
END;

DROP PROCEDURE IF EXISTS {check}.answer_problem;

-- The 2D team's word. Error 30008 when another answered since the caller looked.
CREATE PROCEDURE {check}.answer_problem(IN signer VARCHAR(80), IN given_id BIGINT, IN seen_state VARCHAR(10),
    IN given_state VARCHAR(10), IN given_note TEXT, IN given_fixed VARCHAR(40))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
    CALL {check}.require_signer(signer, CURRENT_USER());
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    UPDATE {check}.`2dprob`
    SET state = given_state, answered_by = signer, answered_at = UTC_TIMESTAMP(6), answer = given_note, fixed_version = given_fixed
    WHERE id = given_id AND state = seen_state;
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30008, MESSAGE_TEXT = 'Another answered meanwhile';
    END IF;
    INSERT INTO {check}.problem_event (problem_id, state, note, done_by, done_at)
    VALUES (given_id, given_state, given_note, signer, UTC_TIMESTAMP(6));
    COMMIT;
    IF given_state = 'fixed' THEN
        CALL {check}.reopen_mended();
    END IF;
END;

DROP PROCEDURE IF EXISTS {check}.store_recheck;

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
