-- How a release is built: its state, so that a build goes on after a kill, and who decided on each spectrum.
-- A build fills tables named next_…, which take the places of the released ones in one RENAME; previous_… are those they replaced.

-- All spectra; if_release = 1 are let out, and the others say why not. decided_by: pipeline, module, verdict or recheck.
-- zflag: how z was found, in the words of the files' keyword ZFLAG.
DROP TABLE IF EXISTS {product}.catalogue;
CREATE TABLE IF NOT EXISTS {product}.catalogue (
    obsid BIGINT NOT NULL,
    uid VARCHAR(32) NULL,
    gp_id BIGINT NULL,
    designation VARCHAR(19) NULL,
    obsdate DATE NULL,
    lmjd INT NULL,
    mjd INT NULL,
    planid VARCHAR(40) NULL,
    spid INT NULL,
    fiberid INT NULL,
    ra_obs DECIMAL(16,10) NULL,
    dec_obs DECIMAL(16,10) NULL,
    snru DECIMAL(6,2) NULL,
    snrg DECIMAL(6,2) NULL,
    snrr DECIMAL(6,2) NULL,
    snri DECIMAL(6,2) NULL,
    snrz DECIMAL(6,2) NULL,
    `class` VARCHAR(20) NULL,
    subclass VARCHAR(20) NULL,
    z DECIMAL(21,10) NULL,
    z_err DECIMAL(21,10) NULL,
    ps_id BIGINT NULL,
    mag_ps_g DECIMAL(16,10) NULL,
    mag_ps_r DECIMAL(16,10) NULL,
    mag_ps_i DECIMAL(16,10) NULL,
    mag_ps_z DECIMAL(16,10) NULL,
    mag_ps_y DECIMAL(16,10) NULL,
    gaia_source_id VARCHAR(25) NULL,
    gaia_g_mean_mag DECIMAL(13,8) NULL,
    tsource VARCHAR(16) NULL,
    tfrom VARCHAR(60) NULL,
    tcomment VARCHAR(80) NULL,
    fibertype VARCHAR(10) NULL,
    `offset` INT NULL,
    offset_v DECIMAL(6,3) NULL,
    ra DECIMAL(16,10) NULL,
    `dec` DECIMAL(16,10) NULL,
    fibermask INT NULL,
    with_norm_flux SMALLINT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    if_release TINYINT NOT NULL,
    reason VARCHAR(80) NOT NULL,
    decided_by VARCHAR(10) NOT NULL,
    zflag VARCHAR(40) NOT NULL,
    PRIMARY KEY (obsid),
    KEY by_plate (planid, spid, fiberid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row for each build. The newest one with phase = 'done' made the tables; a newer one is being built, or was interrupted.
CREATE TABLE IF NOT EXISTS {product}.release_build (
    id INT NOT NULL AUTO_INCREMENT,
    title VARCHAR(60) NOT NULL,
    formal TINYINT NOT NULL,
    phase ENUM('plan', 'fill', 'measure', 'index', 'switch', 'done') NOT NULL,
    rules_version VARCHAR(40) NOT NULL,
    input_hash CHAR(64) NOT NULL,
    program_version VARCHAR(40) NOT NULL,
    started_at DATETIME(6) NOT NULL,
    finished_at DATETIME(6) NULL,
    spectra BIGINT NOT NULL DEFAULT 0,
    released BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The ranges of obsid a build works through: from from_obsid up to, without, before_obsid (NULL: to the end).
CREATE TABLE IF NOT EXISTS {product}.release_chunk (
    build_id INT NOT NULL,
    chunk INT NOT NULL,
    from_obsid BIGINT NOT NULL,
    before_obsid BIGINT NULL,
    filled TINYINT NOT NULL DEFAULT 0,
    measured TINYINT NOT NULL DEFAULT 0,
    PRIMARY KEY (build_id, chunk)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a build goes by, as it was when the build began: the four tables below.

-- Recheck or, without one, the newest standing verdict of each spectrum.
CREATE TABLE IF NOT EXISTS {product}.build_decision (
    obsid BIGINT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NOT NULL,
    subclass VARCHAR(60) NOT NULL,
    z DOUBLE NULL,
    z_err DOUBLE NULL,
    decided_by VARCHAR(10) NOT NULL,
    PRIMARY KEY (obsid, pipeline_version)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The observation log; where it is silent, the headers (confirmed = 0).
CREATE TABLE IF NOT EXISTS {product}.build_plate (
    planid VARCHAR(60) NOT NULL,
    lmjd INT NOT NULL,
    science TINYINT NULL,
    data_valid TINYINT NULL,
    moon_phase DOUBLE NULL,
    seeing DOUBLE NULL,
    confirmed TINYINT NOT NULL,
    PRIMARY KEY (planid, lmjd)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Fibres in a problem that is not settled. Problems of raw data hold for every version.
CREATE TABLE IF NOT EXISTS {product}.build_problem (
    planid VARCHAR(60) NOT NULL,
    obs_date VARCHAR(10) NOT NULL,
    spid INT NOT NULL,
    fiberid INT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    raw_problem TINYINT NOT NULL,
    reduction_problem TINYINT NOT NULL,
    PRIMARY KEY (planid, obs_date, spid, fiberid, pipeline_version)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Spectra taken back.
CREATE TABLE IF NOT EXISTS {product}.build_withdrawal (
    obsid BIGINT NOT NULL,
    PRIMARY KEY (obsid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
