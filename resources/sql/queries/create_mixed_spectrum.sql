-- Which known spectra come into a task that is being made, and where.
CREATE TEMPORARY TABLE {check}.mixed_spectrum (obsid BIGINT NOT NULL, pipeline_version VARCHAR(40) NOT NULL, place DOUBLE NOT NULL)
    ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
