-- Refuses what is no account of SpecDesk's, and one's own: nobody locks himself out.
CREATE PROCEDURE {check}.require_member(IN given_account VARCHAR(80))
SQL SECURITY INVOKER
BEGIN
    IF given_account = SUBSTRING_INDEX(USER(), '@', 1) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30003, MESSAGE_TEXT = 'Nobody changes his own account';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM {check}.chk_login AS l
                   WHERE l.account = given_account AND l.state IN ('active', 'locked') AND l.server_account <> '') THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30002, MESSAGE_TEXT = 'No such member';
    END IF;
END;
