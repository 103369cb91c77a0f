-- What the observers say of each plate, and what was taken back from a release.

-- The observation log: one row for one plate in one night. NULL is what nobody said. S1 §1(2).
CREATE TABLE IF NOT EXISTS {check}.observation_log (
    planid VARCHAR(60) NOT NULL,
    lmjd INT NOT NULL,
    pid BIGINT NULL,
    obs_date VARCHAR(10) NOT NULL,
    science TINYINT NULL,
    data_valid TINYINT NULL,
    moon_phase DOUBLE NULL,
    seeing DOUBLE NULL,
    weather VARCHAR(60) NOT NULL,
    remark VARCHAR(400) NOT NULL,
    entered_from ENUM('headers', 'file', 'person') NOT NULL,
    entered_at DATETIME(6) NOT NULL,
    confirmed_by VARCHAR(80) NOT NULL DEFAULT '',
    confirmed_at DATETIME(6) NULL,
    PRIMARY KEY (planid, lmjd),
    KEY by_date (obs_date)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Every change of the log; rows are only ever added.
CREATE TABLE IF NOT EXISTS {check}.observation_log_change (
    id BIGINT NOT NULL AUTO_INCREMENT,
    planid VARCHAR(60) NOT NULL,
    lmjd INT NOT NULL,
    science TINYINT NULL,
    data_valid TINYINT NULL,
    moon_phase DOUBLE NULL,
    seeing DOUBLE NULL,
    weather VARCHAR(60) NOT NULL,
    remark VARCHAR(400) NOT NULL,
    entered_from ENUM('headers', 'file', 'person') NOT NULL,
    changed_by VARCHAR(80) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY by_plate (planid, lmjd, id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Spectra that must not go out any more. An empty release_name means every release.
CREATE TABLE IF NOT EXISTS {check}.release_withdrawal (
    obsid BIGINT NOT NULL,
    release_name VARCHAR(40) NOT NULL,
    reason VARCHAR(200) NOT NULL,
    withdrawn_by VARCHAR(80) NOT NULL,
    withdrawn_at DATETIME(6) NOT NULL,
    PRIMARY KEY (obsid, release_name)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Which tables of results were loaded, and by whom; rows are only ever added.
CREATE TABLE IF NOT EXISTS {check}.result_load (
    id BIGINT NOT NULL AUTO_INCREMENT,
    kind VARCHAR(24) NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    file_path VARCHAR(3000) NOT NULL,
    rows_stored BIGINT NOT NULL,
    loaded_by VARCHAR(80) NOT NULL,
    loaded_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
