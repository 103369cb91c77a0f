-- The eye-check group, S1 §4.2: who checks, what is to be checked, what was decided, what was reported.

-- Which pipeline versions were ingested, and the processing schema of each.
CREATE TABLE IF NOT EXISTS {check}.processing_version (
    pipeline_version VARCHAR(40) NOT NULL,
    schema_name VARCHAR(64) NOT NULL,
    first_seen_at DATETIME(6) NOT NULL,
    PRIMARY KEY (pipeline_version)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Accounts are the server's own, which keeps their encrypted passwords; here is when each was seen.
CREATE TABLE IF NOT EXISTS {check}.chk_login (
    account VARCHAR(80) NOT NULL,
    first_login_at DATETIME(6) NOT NULL,
    last_login_at DATETIME(6) NOT NULL,
    tool_version VARCHAR(40) NOT NULL DEFAULT '',
    PRIMARY KEY (account)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS {check}.chk_member (
    member_id INT NOT NULL AUTO_INCREMENT,
    account VARCHAR(80) NOT NULL,
    full_name VARCHAR(120) NOT NULL DEFAULT '',
    department VARCHAR(120) NOT NULL DEFAULT '',
    member_role VARCHAR(20) NOT NULL DEFAULT 'inspector',
    active TINYINT NOT NULL DEFAULT 1,
    PRIMARY KEY (member_id),
    UNIQUE KEY account (account)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row per ingested spectrum: why and where it is looked at, and all that a list shows of it.
-- spid and fiberid are -1, obs_date and planid empty where unknown, so that they can stand in a page's key.
-- is_object is 0 for sky, dead and unused fibres, which are in nobody's list. The index has a file name's first 255 characters.
CREATE TABLE IF NOT EXISTS {check}.spec_check (
    obsid BIGINT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    page ENUM('inspect', 'browse') NOT NULL,
    is_object TINYINT NOT NULL,
    reason VARCHAR(20) NOT NULL,
    priority INT NOT NULL,
    line_of_work ENUM('star', 'extragalactic') NOT NULL,
    rules_version VARCHAR(40) NOT NULL,
    survey VARCHAR(20) NOT NULL,
    data_release VARCHAR(40) NOT NULL,
    designation VARCHAR(60) NOT NULL,
    object_type VARCHAR(60) NOT NULL,
    target_source VARCHAR(60) NOT NULL,
    fiber_type VARCHAR(20) NOT NULL,
    spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NOT NULL,
    subclass VARCHAR(60) NOT NULL,
    z DOUBLE NULL,
    z_err DOUBLE NULL,
    snru DOUBLE NULL,
    snrg DOUBLE NULL,
    snrr DOUBLE NULL,
    snri DOUBLE NULL,
    snrz DOUBLE NULL,
    ra DOUBLE NULL,
    `dec` DOUBLE NULL,
    obs_date VARCHAR(10) NOT NULL,
    lmjd INT NULL,
    planid VARCHAR(60) NOT NULL,
    spid INT NOT NULL,
    fiberid INT NOT NULL,
    file_path VARCHAR(3000) NOT NULL,
    file_index INT NOT NULL,
    layout VARCHAR(24) NOT NULL,
    pixels INT NOT NULL,
    from_angstrom DOUBLE NULL,
    to_angstrom DOUBLE NULL,
    content_hash BIGINT NOT NULL,
    ingested_at DATETIME(6) NOT NULL,
    PRIMARY KEY (obsid, pipeline_version),
    KEY by_priority (page, priority, obsid, pipeline_version),
    KEY by_observation (page, obs_date, planid, spid, fiberid, obsid, pipeline_version),
    KEY by_plate (planid, spid, fiberid),
    KEY by_file (file_path(255))
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How many spectra each list of work has.
CREATE TABLE IF NOT EXISTS {check}.check_list (
    list_name VARCHAR(40) NOT NULL,
    total BIGINT NOT NULL,
    PRIMARY KEY (list_name)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How far an inspector is with a list, and the last spectrum decided on: the place to go on from.
CREATE TABLE IF NOT EXISTS {check}.check_status (
    inspector VARCHAR(80) NOT NULL,
    list_name VARCHAR(40) NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    percent DOUBLE GENERATED ALWAYS AS (CASE WHEN total = 0 THEN 0 ELSE 1e2 * done / total END) VIRTUAL,
    last_obsid BIGINT NOT NULL,
    last_pipeline_version VARCHAR(40) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    PRIMARY KEY (inspector, list_name)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What people decided; rows are only ever added. A row with withdraws = 1 takes back the row withdrawn_id.
CREATE TABLE IF NOT EXISTS {check}.humanverify (
    id BIGINT NOT NULL AUTO_INCREMENT,
    submission BINARY(16) NOT NULL,
    obsid BIGINT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NOT NULL,
    subclass VARCHAR(60) NOT NULL,
    z DOUBLE NULL,
    z_err DOUBLE NULL,
    z_origin VARCHAR(12) NOT NULL,
    z_origin_detail VARCHAR(120) NOT NULL,
    grade TINYINT NULL,
    reasons VARCHAR(400) NOT NULL,
    remark TEXT NOT NULL,
    inspector VARCHAR(80) NOT NULL,
    decided_at DATETIME(6) NOT NULL,
    stored_at DATETIME(6) NOT NULL,
    seconds_spent DOUBLE NOT NULL,
    shown_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NOT NULL,
    shown_subclass VARCHAR(60) NOT NULL,
    shown_z DOUBLE NULL,
    tool_version VARCHAR(40) NOT NULL,
    line_list_version VARCHAR(40) NOT NULL,
    withdraws TINYINT NOT NULL DEFAULT 0,
    withdrawn_id BIGINT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY submission (submission),
    UNIQUE KEY withdrawn_id (withdrawn_id),
    KEY by_spectrum (obsid, pipeline_version, inspector),
    KEY by_inspector (inspector, decided_at),
    KEY by_time (decided_at)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The verdict of each inspector that stands. Follows from humanverify alone and can be made anew from it.
CREATE TABLE IF NOT EXISTS {check}.standing_verdict (
    inspector VARCHAR(80) NOT NULL,
    obsid BIGINT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    verdict_id BIGINT NOT NULL,
    list_name VARCHAR(40) NOT NULL,
    PRIMARY KEY (inspector, obsid, pipeline_version),
    KEY by_spectrum (obsid, pipeline_version)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The rechecker's word, kept apart from the inspectors': S1-41.
CREATE TABLE IF NOT EXISTS {check}.humanrecheck (
    id BIGINT NOT NULL AUTO_INCREMENT,
    submission BINARY(16) NOT NULL,
    obsid BIGINT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NOT NULL,
    subclass VARCHAR(60) NOT NULL,
    z DOUBLE NULL,
    z_err DOUBLE NULL,
    grade TINYINT NULL,
    remark TEXT NOT NULL,
    rechecker VARCHAR(80) NOT NULL,
    decided_at DATETIME(6) NOT NULL,
    stored_at DATETIME(6) NOT NULL,
    tool_version VARCHAR(40) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY submission (submission),
    KEY by_spectrum (obsid, pipeline_version),
    KEY by_time (decided_at)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Problems of raw data or of the 2D reduction, for a range of fibres of one spectrograph: S1 §4.3.2(4) and (8).
CREATE TABLE IF NOT EXISTS {check}.`2dprob` (
    id BIGINT NOT NULL AUTO_INCREMENT,
    submission BINARY(16) NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    obs_date VARCHAR(10) NOT NULL,
    lmjd INT NULL,
    planid VARCHAR(60) NOT NULL,
    spid INT NOT NULL,
    arm CHAR(1) NOT NULL DEFAULT '',
    first_fiber INT NOT NULL,
    last_fiber INT NOT NULL,
    origin ENUM('raw', '2d') NOT NULL,
    problem VARCHAR(30) NOT NULL,
    description TEXT NOT NULL,
    reporter VARCHAR(80) NOT NULL,
    reported_at DATETIME(6) NOT NULL,
    state ENUM('open', 'confirmed', 'fixed', 'refuted') NOT NULL DEFAULT 'open',
    answered_by VARCHAR(80) NOT NULL DEFAULT '',
    answered_at DATETIME(6) NULL,
    answer TEXT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY submission (submission),
    KEY by_state (state, obs_date),
    KEY by_plate (planid, spid, first_fiber)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Every state a spectrum passed through, dated, so that its state can be told as of any moment: S1-19.
CREATE TABLE IF NOT EXISTS {check}.spectrum_event (
    id BIGINT NOT NULL AUTO_INCREMENT,
    obsid BIGINT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    state ENUM('targeted', 'observed', 'extracted', 'classified', 'queued', 'verified', 'withdrawn', 'rechecked',
               'integrated', 'released', 'ended') NOT NULL,
    happened_at DATETIME(6) NOT NULL,
    detail VARCHAR(200) NOT NULL,
    PRIMARY KEY (id),
    KEY by_spectrum (obsid, pipeline_version, happened_at)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
