-- A range is in the catalogues.
UPDATE {product}.release_chunk SET filled = 1, spectra = :spectra, released = :released, without_room = :without_room
WHERE build_id = :build AND chunk = :chunk
