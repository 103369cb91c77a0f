-- A table of results was loaded.
INSERT INTO {check}.result_load (kind, pipeline_version, file_path, rows_stored, loaded_by, loaded_at)
VALUES (:kind, :version, :path, :rows, :account, UTC_TIMESTAMP(6))
