-- What a build has to report of each range, also after it was interrupted.
ALTER TABLE {product}.release_chunk
    ADD COLUMN without_room INT NOT NULL DEFAULT 0;

-- Released stars whose files the newest build could not read, and why.
CREATE TABLE IF NOT EXISTS {product}.unreadable_star (
    build_id INT NOT NULL,
    obsid BIGINT NOT NULL,
    sentence VARCHAR(400) NOT NULL,
    PRIMARY KEY (build_id, obsid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
