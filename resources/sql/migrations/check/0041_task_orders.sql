-- More orders in which a task is worked off.

ALTER TABLE {check}.task
    MODIFY task_order ENUM('information', 'natural', 'random', 'probability', 'delta-chi2', 'photometry') NOT NULL;
