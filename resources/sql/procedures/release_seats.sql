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
