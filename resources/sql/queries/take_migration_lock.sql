-- Waits for its turn to change a schema: 1 when it has it.
SELECT GET_LOCK(:name, 120)
