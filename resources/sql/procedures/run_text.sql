-- Accounts are made and changed by these procedures only, which an administrator may call. They put statements together at
-- run time, because CREATE USER takes no placeholders; every part is a checked name or quoted by the server.
CREATE PROCEDURE {check}.run_text(IN statement TEXT)
SQL SECURITY INVOKER
BEGIN
    SET @specdesk_statement = statement;
    PREPARE specdesk_prepared FROM @specdesk_statement;
    SET @specdesk_statement = NULL;
    EXECUTE specdesk_prepared;
    DEALLOCATE PREPARE specdesk_prepared;
END;
