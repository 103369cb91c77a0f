-- Notes that a list of work has grown.
INSERT INTO {check}.check_list (list_name, total) VALUES (:list, :growth)
ON DUPLICATE KEY UPDATE total = total + VALUES(total)
