-- What a person says of a plate, from now on. What another one confirmed since it was seen is not overwritten.
CREATE PROCEDURE {check}.confirm_plate(IN signer VARCHAR(80), IN given_plan VARCHAR(60), IN given_lmjd INT, IN seen_by VARCHAR(80),
    IN seen_at DATETIME(6), IN given_science TINYINT, IN given_valid TINYINT, IN given_moon DOUBLE, IN given_seeing DOUBLE,
    IN given_weather VARCHAR(60), IN given_remark VARCHAR(400))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE known INT;
    DECLARE was_by VARCHAR(80);
    DECLARE was_at DATETIME(6);
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
    CALL {check}.require_signer(signer, CURRENT_USER());
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    SELECT COUNT(*), MAX(l.confirmed_by), MAX(l.confirmed_at) INTO known, was_by, was_at
    FROM {check}.observation_log AS l WHERE l.planid = given_plan AND l.lmjd = given_lmjd FOR UPDATE;
    IF known = 0 THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30009, MESSAGE_TEXT = 'No such plate in the log';
    END IF;
    IF was_by <> '' AND was_by <> signer
       AND (was_by <> seen_by OR seen_at IS NULL OR ABS(TIMESTAMPDIFF(MICROSECOND, seen_at, was_at)) >= 1000) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30010, MESSAGE_TEXT = 'Somebody else confirmed the plate meanwhile';
    END IF;
    INSERT INTO {check}.observation_log_change (planid, lmjd, science, data_valid, moon_phase, seeing, weather, remark, entered_from,
                                                changed_by, changed_at)
    VALUES (given_plan, given_lmjd, given_science, given_valid, given_moon, given_seeing, given_weather, given_remark, 'person', signer,
            UTC_TIMESTAMP(6));
    UPDATE {check}.observation_log AS l
    SET l.science = given_science, l.data_valid = given_valid, l.moon_phase = given_moon, l.seeing = given_seeing,
        l.weather = given_weather, l.remark = given_remark, l.entered_from = 'person', l.entered_at = UTC_TIMESTAMP(6),
        l.confirmed_by = signer, l.confirmed_at = UTC_TIMESTAMP(6)
    WHERE l.planid = given_plan AND l.lmjd = given_lmjd;
    COMMIT;
END;
