-- Renews what the signer holds of a task, when a tenth of the lease is over, and takes more until it is `wanted`: seats whose
-- lease ended first, then free ones in the task's order, never two of a spectrum. Nobody waits for a seat that another is
-- taking; the lease's row is what two windows of a person wait for. Who found fewer than he wanted has come to the end: his search
-- begins behind all seats until some are given back. Seats that others were just taking were passed over; for these all of the task
-- is searched again, but not before a hundred times as long as that takes is over.
CREATE PROCEDURE {check}.hold_seats(IN given_task INT, IN signer VARCHAR(80), IN wanted INT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE lease, looks, missing INT;
    DECLARE some_member, is_member VARCHAR(80);
    DECLARE first_end, search_from, began DATETIME(6);
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
    SELECT l.oldest, IF(looks = 1, from_place, l.reached), l.search_after INTO own_place, from_place, search_from
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
        SET began = SYSDATE(6);
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
        IF looks > 1 AND missing > 0 THEN
            UPDATE {check}.task_lease
            SET reached = 1000000000000000000,
                search_after = IF(from_place > 0, search_after, UTC_TIMESTAMP(6)
                    + INTERVAL 100 * GREATEST(TIMESTAMPDIFF(MICROSECOND, began, SYSDATE(6)), 0) MICROSECOND)
            WHERE task_id = given_task AND holder = signer;
        END IF;
        SET from_place = IF(from_place > 0 AND (looks = 1 OR search_from IS NULL OR search_from < UTC_TIMESTAMP(6)), 0, -1);
    END WHILE;
    COMMIT;
END;
