-- Accounts are made and changed by these procedures only, which an administrator may call. They put statements together at
-- run time, because CREATE USER takes no placeholders; every part is a checked name or quoted by the server.

DROP PROCEDURE IF EXISTS {check}.run_text;

CREATE PROCEDURE {check}.run_text(IN statement TEXT)
SQL SECURITY INVOKER
BEGIN
    SET @specdesk_statement = statement;
    PREPARE specdesk_prepared FROM @specdesk_statement;
    SET @specdesk_statement = NULL;
    EXECUTE specdesk_prepared;
    DEALLOCATE PREPARE specdesk_prepared;
END;

DROP PROCEDURE IF EXISTS {check}.note_account;

CREATE PROCEDURE {check}.note_account(IN given_account VARCHAR(80), IN given_what VARCHAR(20), IN given_detail VARCHAR(200))
SQL SECURITY INVOKER
BEGIN
    INSERT INTO {check}.account_event (account, what, detail, done_by, done_at)
    VALUES (given_account, given_what, given_detail, SUBSTRING_INDEX(USER(), '@', 1), UTC_TIMESTAMP(6));
END;

DROP PROCEDURE IF EXISTS {check}.require_member;

-- Refuses what is no account of SpecDesk's, and one's own: nobody locks himself out.
CREATE PROCEDURE {check}.require_member(IN given_account VARCHAR(80))
SQL SECURITY INVOKER
BEGIN
    IF given_account = SUBSTRING_INDEX(USER(), '@', 1) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30003, MESSAGE_TEXT = 'Nobody changes his own account';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM {check}.chk_login AS l
                   WHERE l.account = given_account AND l.state <> 'removed' AND l.server_account <> '') THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30002, MESSAGE_TEXT = 'No such member';
    END IF;
END;

DROP PROCEDURE IF EXISTS {check}.end_sessions;

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

DROP PROCEDURE IF EXISTS {check}.give_role;

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

DROP PROCEDURE IF EXISTS {check}.secret_clause;

-- MariaDB takes the hash, so that the password itself is never sent; MySQL's plugin wants the password.
CREATE PROCEDURE {check}.secret_clause(IN secret VARCHAR(200), OUT clause VARCHAR(260))
SQL SECURITY INVOKER
BEGIN
    SET clause = CONCAT(IF(VERSION() LIKE '%MariaDB%', ' IDENTIFIED BY PASSWORD ', ' IDENTIFIED BY '), QUOTE(secret));
END;

DROP PROCEDURE IF EXISTS {check}.add_member;

CREATE PROCEDURE {check}.add_member(IN given_account VARCHAR(80), IN given_host VARCHAR(60), IN secret VARCHAR(200),
    IN given_name VARCHAR(120), IN given_department VARCHAR(120), IN given_role VARCHAR(20), IN given_tls TINYINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE clause VARCHAR(260);
    DECLARE server_name VARCHAR(160) DEFAULT CONCAT(QUOTE(given_account), '@', QUOTE(given_host));
    IF NOT given_account REGEXP '^[a-z][a-z0-9_.-]{0,31}$' OR NOT given_host REGEXP '^[A-Za-z0-9_.:%-]{1,60}$' OR secret = '' THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30005, MESSAGE_TEXT = 'No name for an account';
    END IF;
    IF EXISTS (SELECT 1 FROM mysql.user AS u WHERE u.User = given_account) THEN
        SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30006, MESSAGE_TEXT = 'The server has such an account';
    END IF;
    INSERT INTO {check}.chk_login (account, server_account, state, tls_required)
    VALUES (given_account, CONCAT(given_account, '@', given_host), 'active', given_tls)
    ON DUPLICATE KEY UPDATE server_account = VALUES(server_account), state = VALUES(state),
        tls_required = VALUES(tls_required), failures = 0;
    INSERT INTO {check}.chk_member (account, full_name, department, member_role)
    VALUES (given_account, given_name, given_department, given_role)
    ON DUPLICATE KEY UPDATE full_name = VALUES(full_name), department = VALUES(department), active = 1;
    CALL {check}.secret_clause(secret, clause);
    CALL {check}.run_text(CONCAT('CREATE USER ', server_name, clause, IF(given_tls, ' REQUIRE SSL', '')));
    CALL {check}.give_role(given_account, server_name, given_role);
    CALL {check}.note_account(given_account, 'added', CONCAT(given_role, ' from ', given_host));
END;

DROP PROCEDURE IF EXISTS {check}.set_member_role;

CREATE PROCEDURE {check}.set_member_role(IN given_account VARCHAR(80), IN given_role VARCHAR(20))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    CALL {check}.require_member(given_account);
    CALL {check}.give_role(given_account, (SELECT CONCAT(QUOTE(l.account), '@', QUOTE(SUBSTRING_INDEX(l.server_account, '@', -1)))
                                           FROM {check}.chk_login AS l WHERE l.account = given_account), given_role);
    CALL {check}.note_account(given_account, 'rights', given_role);
    CALL {check}.end_sessions(given_account);
END;

DROP PROCEDURE IF EXISTS {check}.set_member_state;

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

DROP PROCEDURE IF EXISTS {check}.reset_member_password;

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

DROP PROCEDURE IF EXISTS {check}.note_login;

-- When the connected account came, with which SpecDesk, and how many wrong passwords it gave before. The owner is
-- entered as an administrator at his first login, with the name his verdicts are signed with.
CREATE PROCEDURE {check}.note_login(IN signer VARCHAR(80), IN given_tool VARCHAR(40), IN given_failures INT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    CALL {check}.require_signer(signer, CURRENT_USER());
    INSERT INTO {check}.chk_login (account, first_login_at, last_login_at, tool_version, failures)
    VALUES (signer, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), given_tool, given_failures)
    ON DUPLICATE KEY UPDATE first_login_at = COALESCE(first_login_at, VALUES(first_login_at)),
        last_login_at = VALUES(last_login_at), tool_version = VALUES(tool_version), failures = VALUES(failures);
    IF SUBSTRING_INDEX(USER(), '@', 1) = SUBSTRING_INDEX(CURRENT_USER(), '@', 1) THEN
        INSERT INTO {check}.chk_member (account, member_role) VALUES (signer, 'admin')
        ON DUPLICATE KEY UPDATE active = 1;
    END IF;
END;
