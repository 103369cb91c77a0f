-- Makes an account with its role; what was begun of it is taken back when a step fails.
CREATE PROCEDURE {check}.add_member(IN given_account VARCHAR(80), IN given_host VARCHAR(60), IN secret VARCHAR(200),
    IN given_name VARCHAR(120), IN given_department VARCHAR(120), IN given_role VARCHAR(20), IN given_tls TINYINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE clause VARCHAR(260);
    DECLARE server_name VARCHAR(160) DEFAULT CONCAT(QUOTE(given_account), '@', QUOTE(given_host));
    DECLARE made TINYINT DEFAULT 0;
    DECLARE left_over VARCHAR(160);
    IF NOT given_account REGEXP '^[a-z][a-z0-9_.-]{0,31}$' OR NOT given_host REGEXP '^[A-Za-z0-9_.:%-]{1,60}$' OR secret = '' THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30005, MESSAGE_TEXT = 'No name for an account';
    END IF;
    IF given_role NOT IN ('inspector', 'rechecker', 'team2d', 'lead', 'release', 'admin') THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30004, MESSAGE_TEXT = 'No such role';
    END IF;
    SET left_over = (SELECT CONCAT(QUOTE(l.account), '@', QUOTE(SUBSTRING_INDEX(l.server_account, '@', -1)))
                     FROM {check}.chk_login AS l WHERE l.account = given_account AND l.state = 'unfinished');
    IF left_over IS NOT NULL THEN
        CALL {check}.run_text(CONCAT('DROP USER IF EXISTS ', left_over));
        CALL {check}.forget_unfinished(given_account);
    END IF;
    IF EXISTS (SELECT 1 FROM mysql.user AS u WHERE u.User = given_account) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30006, MESSAGE_TEXT = 'The server has such an account';
    END IF;
    CALL {check}.secret_clause(secret, clause);
    INSERT INTO {check}.chk_login (account, server_account, state, tls_required)
    VALUES (given_account, CONCAT(given_account, '@', given_host), 'unfinished', given_tls)
    ON DUPLICATE KEY UPDATE server_account = VALUES(server_account), state = VALUES(state),
        tls_required = VALUES(tls_required), failures = 0;
    BEGIN
        DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN
            ROLLBACK;
            IF made THEN
                CALL {check}.run_text(CONCAT('DROP USER ', server_name));
            END IF;
            CALL {check}.forget_unfinished(given_account);
            RESIGNAL;
        END;
        CALL {check}.run_text(CONCAT('CREATE USER ', server_name, clause, IF(given_tls, ' REQUIRE SSL', '')));
        SET made = 1;
        CALL {check}.run_text(CONCAT('GRANT `{prefix}_', given_role, '` TO ', server_name));
        CALL {check}.run_text(CONCAT('SET DEFAULT ROLE `{prefix}_', given_role, '`',
                                     IF(VERSION() LIKE '%MariaDB%', ' FOR ', ' TO '), server_name));
        START TRANSACTION;
        INSERT INTO {check}.chk_member (account, full_name, department, member_role)
        VALUES (given_account, given_name, given_department, given_role)
        ON DUPLICATE KEY UPDATE full_name = VALUES(full_name), department = VALUES(department), active = 1,
            member_role = VALUES(member_role);
        INSERT INTO {check}.chk_login (account, server_account, state, tls_required)
        VALUES (given_account, CONCAT(given_account, '@', given_host), 'active', given_tls)
        ON DUPLICATE KEY UPDATE state = VALUES(state);
        CALL {check}.note_account(given_account, 'added', CONCAT(given_role, ' from ', given_host));
        COMMIT;
    END;
END;
