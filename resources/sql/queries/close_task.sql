-- Ends or reopens a task.
UPDATE {check}.task SET closed = :closed WHERE id = :task
