-- 'locked', 'active' (which also lifts the server's own lock after wrong passwords) or 'removed'.
CREATE PROCEDURE {check}.set_member_state(IN given_account VARCHAR(80), IN given_state VARCHAR(10))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE server_name VARCHAR(160);
    CALL {check}.require_member(given_account);
    SET server_name = (SELECT CONCAT(QUOTE(l.account), '@', QUOTE(SUBSTRING_INDEX(l.server_account, '@', -1)))
                       FROM {check}.chk_login AS l WHERE l.account = given_account);
    IF given_state = 'removed' THEN
        CALL {check}.run_text(CONCAT('DROP USER ', server_name));
        UPDATE {check}.chk_member SET active = 0 WHERE account = given_account;
    ELSE
        CALL {check}.run_text(CONCAT('ALTER USER ', server_name, IF(given_state = 'locked', ' ACCOUNT LOCK', ' ACCOUNT UNLOCK')));
    END IF;
    UPDATE {check}.chk_login SET state = given_state, failures = IF(given_state = 'active', 0, failures)
    WHERE account = given_account;
    CALL {check}.note_account(given_account, given_state, '');
    IF given_state <> 'active' THEN
        CALL {check}.end_sessions(given_account);
    END IF;
END;
