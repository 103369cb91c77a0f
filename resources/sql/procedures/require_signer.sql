-- Refuses a signature that is not the connected account's.
CREATE PROCEDURE {check}.require_signer(IN signer VARCHAR(80), IN owner VARCHAR(160))
SQL SECURITY INVOKER
BEGIN
    DECLARE me VARCHAR(80) DEFAULT SUBSTRING_INDEX(USER(), '@', 1);
    IF signer = '' OR (signer <> me AND me <> SUBSTRING_INDEX(owner, '@', 1)) THEN
        SIGNAL SQLSTATE '42000' SET MYSQL_ERRNO = 1227, MESSAGE_TEXT = 'Nobody may sign for another';
    END IF;
END;
