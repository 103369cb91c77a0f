-- Gives a task to a person.
INSERT IGNORE INTO {check}.task_member (task_id, account) VALUES (:task, :account)
