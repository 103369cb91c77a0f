-- Gives an account another password and ends what it has open.
CREATE PROCEDURE {check}.reset_member_password(IN given_account VARCHAR(80), IN secret VARCHAR(200))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE clause VARCHAR(260);
    CALL {check}.require_member(given_account);
    CALL {check}.secret_clause(secret, clause);
    CALL {check}.run_text(CONCAT('ALTER USER ', (SELECT CONCAT(QUOTE(l.account), '@', QUOTE(SUBSTRING_INDEX(l.server_account, '@', -1)))
                                                 FROM {check}.chk_login AS l WHERE l.account = given_account), clause));
    UPDATE {check}.chk_login SET failures = 0 WHERE account = given_account;
    CALL {check}.note_account(given_account, 'password reset', '');
    CALL {check}.end_sessions(given_account);
END;
