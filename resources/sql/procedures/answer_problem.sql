-- The 2D team's word on a problem, given once. Where it mends one, the spectra of the new version are looked at again.
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
    IF ROW_COUNT() > 0 THEN
        INSERT INTO {check}.problem_event (problem_id, state, note, done_by, done_at)
        VALUES (given_id, given_state, given_note, signer, UTC_TIMESTAMP(6));
    ELSEIF NOT EXISTS (SELECT 1 FROM {check}.`2dprob` AS p
                       WHERE p.id = given_id AND p.state = given_state AND p.answered_by = signer AND p.answer <=> given_note
                         AND p.fixed_version <=> given_fixed) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30008, MESSAGE_TEXT = 'Another answered meanwhile';
    END IF;
    COMMIT;
    IF given_state = 'fixed' THEN
        CALL {check}.reopen_mended();
    END IF;
END;
