-- MariaDB takes the hash, so that the password itself is never sent; MySQL's plugin wants the password.
CREATE PROCEDURE {check}.secret_clause(IN secret VARCHAR(200), OUT clause VARCHAR(260))
SQL SECURITY INVOKER
BEGIN
    SET clause = CONCAT(IF(VERSION() LIKE '%MariaDB%', ' IDENTIFIED BY PASSWORD ', ' IDENTIFIED BY '), QUOTE(secret));
END;
