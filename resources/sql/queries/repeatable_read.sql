-- What a transaction reads is of one moment.
SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ
