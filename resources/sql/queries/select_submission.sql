-- Under which number was this submission stored?
SELECT id FROM {check}.visible_verdict WHERE submission = :submission
