-- What a release would say of the spectra of one range; of this connection only.
CREATE TEMPORARY TABLE {check}.plan_row (
    obsid BIGINT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    obs_date VARCHAR(10) NOT NULL,
    planid VARCHAR(40) NOT NULL,
    spid INT NULL,
    fiberid INT NULL,
    final_class VARCHAR(20) NOT NULL,
    final_subclass VARCHAR(20) NOT NULL,
    final_z DECIMAL(21,10) NULL,
    reason VARCHAR(80) NOT NULL,
    PRIMARY KEY (obsid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
