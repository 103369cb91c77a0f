-- Gives an account another role and ends what it has open.
CREATE PROCEDURE {check}.set_member_role(IN given_account VARCHAR(80), IN given_role VARCHAR(20))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    CALL {check}.require_member(given_account);
    CALL {check}.give_role(given_account, (SELECT CONCAT(QUOTE(l.account), '@', QUOTE(SUBSTRING_INDEX(l.server_account, '@', -1)))
                                           FROM {check}.chk_login AS l WHERE l.account = given_account), given_role);
    CALL {check}.note_account(given_account, 'rights', given_role);
    CALL {check}.end_sessions(given_account);
END;
