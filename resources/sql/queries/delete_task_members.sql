-- Takes a task from everybody it was given to.
DELETE FROM {check}.task_member WHERE task_id = :task
