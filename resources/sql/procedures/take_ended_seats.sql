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
