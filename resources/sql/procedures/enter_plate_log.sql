-- What the log says of a plate from now on, and who changed it. Joins the transaction of the caller.
CREATE PROCEDURE {check}.enter_plate_log(IN signer VARCHAR(80), IN given_plan VARCHAR(60), IN given_lmjd INT, IN given_pid BIGINT,
    IN given_date VARCHAR(10), IN given_science TINYINT, IN given_valid TINYINT, IN given_moon DOUBLE, IN given_seeing DOUBLE,
    IN given_weather VARCHAR(60), IN given_remark VARCHAR(400), IN given_origin VARCHAR(10), IN is_confirmed TINYINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    CALL {check}.require_signer(signer, CURRENT_USER());
    INSERT INTO {check}.observation_log_change (planid, lmjd, science, data_valid, moon_phase, seeing, weather, remark,
        entered_from, changed_by, changed_at)
    VALUES (given_plan, given_lmjd, given_science, given_valid, given_moon, given_seeing, given_weather, given_remark, given_origin,
        signer, UTC_TIMESTAMP(6));
    REPLACE INTO {check}.observation_log (planid, lmjd, science, data_valid, moon_phase, seeing, weather, remark, entered_from, pid,
        obs_date, entered_at, confirmed_by, confirmed_at)
    VALUES (given_plan, given_lmjd, given_science, given_valid, given_moon, given_seeing, given_weather, given_remark, given_origin,
        given_pid, given_date, UTC_TIMESTAMP(6), IF(is_confirmed, signer, ''), IF(is_confirmed, UTC_TIMESTAMP(6), NULL));
END;
