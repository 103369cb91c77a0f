-- Counted while a range is filled, so that nobody has to count the whole catalogue at the end.
ALTER TABLE {product}.release_chunk
    ADD COLUMN spectra INT NOT NULL DEFAULT 0,
    ADD COLUMN released INT NOT NULL DEFAULT 0;
