-- How many ranges has a build?
SELECT COUNT(*) FROM {product}.release_chunk WHERE build_id = :build
