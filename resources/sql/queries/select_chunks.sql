-- Which ranges does a build still have to work on?
SELECT chunk, from_obsid, before_obsid, filled, measured FROM {product}.release_chunk
WHERE build_id = :build AND (filled = 0 OR (measured = 0 AND :formal = 1))
ORDER BY chunk
