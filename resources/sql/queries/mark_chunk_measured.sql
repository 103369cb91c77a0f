-- The stars of a range are measured.
UPDATE {product}.release_chunk SET measured = 1 WHERE build_id = :build AND chunk = :chunk
