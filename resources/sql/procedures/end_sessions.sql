-- Ends what an account has open: a lock alone keeps out only who comes anew.
CREATE PROCEDURE {check}.end_sessions(IN given_account VARCHAR(80))
SQL SECURITY INVOKER
BEGIN
    DECLARE finished TINYINT DEFAULT 0;
    DECLARE session_id BIGINT;
    DECLARE open_sessions CURSOR FOR
        SELECT p.ID FROM information_schema.PROCESSLIST AS p WHERE p.USER = given_account AND p.ID <> CONNECTION_ID();
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET finished = 1;
    DECLARE CONTINUE HANDLER FOR 1094 BEGIN END;
    OPEN open_sessions;
    every_session: LOOP
        FETCH open_sessions INTO session_id;
        IF finished THEN
            LEAVE every_session;
        END IF;
        CALL {check}.run_text(CONCAT('KILL ', session_id));
    END LOOP;
    CLOSE open_sessions;
END;
