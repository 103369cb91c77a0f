-- Under which number was this submission stored?
SELECT id FROM {check}.humanverify WHERE submission = :submission
