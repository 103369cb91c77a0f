-- Under which number was this word stored?
SELECT id FROM {check}.humanrecheck WHERE submission = :submission
