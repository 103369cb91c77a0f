-- Gives an account the one role it is to have.
CREATE PROCEDURE {check}.give_role(IN given_account VARCHAR(80), IN given_server_account VARCHAR(160), IN given_role VARCHAR(20))
SQL SECURITY INVOKER
BEGIN
    DECLARE held VARCHAR(20) DEFAULT (SELECT m.member_role FROM {check}.chk_member AS m WHERE m.account = given_account);
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN RESIGNAL; END;
    IF given_role NOT IN ('inspector', 'rechecker', 'team2d', 'lead', 'release', 'admin') THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30004, MESSAGE_TEXT = 'No such role';
    END IF;
    BEGIN
        DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
        CALL {check}.run_text(CONCAT('REVOKE `{prefix}_', held, '` FROM ', given_server_account));
    END;
    CALL {check}.run_text(CONCAT('GRANT `{prefix}_', given_role, '` TO ', given_server_account));
    CALL {check}.run_text(CONCAT('SET DEFAULT ROLE `{prefix}_', given_role, '`',
                                 IF(VERSION() LIKE '%MariaDB%', ' FOR ', ' TO '), given_server_account));
    UPDATE {check}.chk_member SET member_role = given_role WHERE account = given_account;
END;
