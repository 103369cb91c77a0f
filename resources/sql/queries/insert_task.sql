-- Makes a task.
INSERT INTO {check}.task (title, filter_json, task_order, inspectors, gold_share, lease_minutes, created_by, created_at)
VALUES (:title, :filter, :order, :inspectors, :gold_share, :lease, :created_by, UTC_TIMESTAMP(6))
