-- Keeps what was done to an account, by whom and when.
CREATE PROCEDURE {check}.note_account(IN given_account VARCHAR(80), IN given_what VARCHAR(20), IN given_detail VARCHAR(200))
SQL SECURITY INVOKER
BEGIN
    INSERT INTO {check}.account_event (account, what, detail, done_by, done_at)
    VALUES (given_account, given_what, given_detail, SUBSTRING_INDEX(USER(), '@', 1), UTC_TIMESTAMP(6));
END;
