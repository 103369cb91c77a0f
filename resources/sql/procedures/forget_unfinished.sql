-- As it was before an account was begun: removed, or never there.
CREATE PROCEDURE {check}.forget_unfinished(IN given_account VARCHAR(80))
SQL SECURITY INVOKER
BEGIN
    DELETE FROM {check}.chk_login
    WHERE account = given_account AND state = 'unfinished' AND first_login_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM {check}.chk_member AS m WHERE m.account = given_account);
    UPDATE {check}.chk_login SET state = 'removed' WHERE account = given_account AND state = 'unfinished';
END;
