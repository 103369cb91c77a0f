-- Under which number was this report stored?
SELECT id FROM {check}.`2dprob` WHERE submission = :submission
