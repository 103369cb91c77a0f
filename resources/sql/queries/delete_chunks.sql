-- Forgets the ranges of all builds.
DELETE FROM {product}.release_chunk
