-- A range is in the catalogues.
UPDATE {product}.release_chunk SET filled = 1 WHERE build_id = :build AND chunk = :chunk
