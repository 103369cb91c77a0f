-- Makes room for another text of a procedure.
DROP PROCEDURE IF EXISTS {check}.{procedure}
