-- Where the spectra of a task that is being made stand in its order, until they have seats.
CREATE TEMPORARY TABLE {check}.chosen_spectrum (obsid BIGINT NOT NULL, pipeline_version VARCHAR(40) NOT NULL, place DOUBLE NOT NULL,
    PRIMARY KEY (obsid, pipeline_version)) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
