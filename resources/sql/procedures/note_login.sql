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
