-- How many values did a build leave out because a column has no room for them?
SELECT COALESCE(SUM(without_room), 0) FROM {product}.release_chunk WHERE build_id = :build
