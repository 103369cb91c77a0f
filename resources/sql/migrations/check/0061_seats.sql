-- Who takes or renews seats touches his own rows only: by another index a server locked everybody's one after another. The
-- indexes are named, for a task that was just made has no statistics.

ALTER TABLE {check}.task_seat ADD KEY by_holding (holder, state, task_id);

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
        SELECT t.id FROM {check}.task_seat AS t FORCE INDEX (by_lease)
        WHERE t.task_id = given_task AND t.state = 'held' AND t.leased_until < UTC_TIMESTAMP(6) AND t.holder <> signer
          AND (SELECT COUNT(*) FROM {check}.task_seat AS o FORCE INDEX (seat)
               WHERE o.task_id = t.task_id AND o.obsid = t.obsid AND o.pipeline_version = t.pipeline_version
                 AND o.holder = signer) = 0
        ORDER BY t.leased_until LIMIT missing FOR UPDATE SKIP LOCKED;
    DECLARE free_seats CURSOR FOR
        SELECT t.id FROM {check}.task_seat AS t FORCE INDEX (by_order)
        WHERE t.task_id = given_task AND t.state = 'free'
          AND (SELECT COUNT(*) FROM {check}.task_seat AS o FORCE INDEX (seat)
               WHERE o.task_id = t.task_id AND o.obsid = t.obsid AND o.pipeline_version = t.pipeline_version
                 AND o.holder = signer) = 0
          AND (SELECT COUNT(*) FROM {check}.task_seat AS f FORCE INDEX (seat)
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
    UPDATE {check}.task_seat FORCE INDEX (by_holding) SET leased_until = UTC_TIMESTAMP(6) + INTERVAL lease MINUTE
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
