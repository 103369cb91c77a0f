-- Daily processing, one schema per pipeline version, S1 §4.2. NULL is what the survey does not know.

-- One plate (plan) in one night: centre, weather, flags, counts of the survey planning.
CREATE TABLE IF NOT EXISTS {processing}.plan_info (
    planid VARCHAR(60) NOT NULL,
    lmjd INT NOT NULL,
    pid BIGINT NULL,
    survey VARCHAR(20) NOT NULL,
    obs_date VARCHAR(10) NOT NULL,
    ra DOUBLE NULL,
    `dec` DOUBLE NULL,
    central_star VARCHAR(40) NOT NULL DEFAULT '',
    central_star_mag DOUBLE NULL,
    seeing DOUBLE NULL,
    moon_phase DOUBLE NULL,
    science_flag TINYINT NULL,
    data_valid TINYINT NULL,
    invalid_reason VARCHAR(200) NOT NULL DEFAULT '',
    temp_air DOUBLE NULL,
    temp_focal_plane DOUBLE NULL,
    dewpoint DOUBLE NULL,
    humidity DOUBLE NULL,
    wind_direction DOUBLE NULL,
    wind_speed DOUBLE NULL,
    exposures INT NULL,
    exposure_seconds DOUBLE NULL,
    guide_stars INT NULL,
    targets INT NULL,
    fibers_allocated INT NULL,
    fibers_sky INT NULL,
    fibers_standard INT NULL,
    PRIMARY KEY (planid, lmjd),
    KEY by_date (obs_date),
    KEY by_pid (pid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One fibre of a plan: what was to be observed. S1 §4.2(2).
CREATE TABLE IF NOT EXISTS {processing}.target_info (
    obsid BIGINT NOT NULL,
    planid VARCHAR(60) NOT NULL,
    lmjd INT NULL,
    spid INT NOT NULL,
    fiberid INT NOT NULL,
    cell_id VARCHAR(16) NOT NULL,
    designation VARCHAR(60) NOT NULL,
    object_name VARCHAR(60) NOT NULL,
    object_type VARCHAR(60) NOT NULL,
    fiber_type VARCHAR(20) NOT NULL,
    target_source VARCHAR(60) NOT NULL,
    target_from VARCHAR(60) NOT NULL,
    target_comment VARCHAR(80) NOT NULL,
    ra DOUBLE NULL,
    `dec` DOUBLE NULL,
    ra_obs DOUBLE NULL,
    dec_obs DOUBLE NULL,
    offset_flag TINYINT NULL,
    offset_arcsec DOUBLE NULL,
    x_mm DOUBLE NULL,
    y_mm DOUBLE NULL,
    magtype VARCHAR(25) NOT NULL,
    mag1 DOUBLE NULL,
    mag2 DOUBLE NULL,
    mag3 DOUBLE NULL,
    mag4 DOUBLE NULL,
    mag5 DOUBLE NULL,
    mag6 DOUBLE NULL,
    mag7 DOUBLE NULL,
    PRIMARY KEY (obsid),
    KEY by_plate (planid, spid, fiberid),
    KEY by_position (`dec`, ra)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One extracted target of the 2D pipeline. S1 §4.2(3).
CREATE TABLE IF NOT EXISTS {processing}.obj_info (
    obsid BIGINT NOT NULL,
    mask_id INT NULL,
    planid VARCHAR(60) NOT NULL,
    spid INT NOT NULL,
    fiberid INT NOT NULL,
    lmjd INT NULL,
    exposures INT NULL,
    exposures_blue INT NULL,
    exposures_red INT NULL,
    exposure_seconds DOUBLE NULL,
    best_exposure BIGINT NULL,
    data_version VARCHAR(40) NOT NULL,
    snru DOUBLE NULL,
    snrg DOUBLE NULL,
    snrr DOUBLE NULL,
    snri DOUBLE NULL,
    snrz DOUBLE NULL,
    scatter_mean DOUBLE NULL,
    sky_fibers INT NULL,
    sky_chi2 DOUBLE NULL,
    sky_chi2_max DOUBLE NULL,
    standards INT NULL,
    standard_origin VARCHAR(16) NOT NULL,
    heliocentric TINYINT NULL,
    heliocentric_km_s DOUBLE NULL,
    vacuum TINYINT NULL,
    pixels INT NOT NULL,
    wavelength_min DOUBLE NULL,
    wavelength_max DOUBLE NULL,
    spectrum_path VARCHAR(3000) NOT NULL,
    file_index INT NOT NULL,
    arc_path VARCHAR(400) NOT NULL DEFAULT '',
    flat_path VARCHAR(400) NOT NULL DEFAULT '',
    PRIMARY KEY (obsid),
    KEY by_plate (planid, spid, fiberid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One spectrum of the 1D pipeline. S1 §4.2(4).
CREATE TABLE IF NOT EXISTS {processing}.spec_info (
    obsid BIGINT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NOT NULL,
    subclass VARCHAR(60) NOT NULL,
    z DOUBLE NULL,
    z_err DOUBLE NULL,
    z_method VARCHAR(40) NOT NULL,
    z_warning BIGINT NULL,
    confidence DOUBLE NULL,
    normalised TINYINT NULL,
    spectrum_path VARCHAR(3000) NOT NULL,
    file_index INT NOT NULL,
    layout VARCHAR(24) NOT NULL,
    made_at DATETIME(6) NULL,
    PRIMARY KEY (obsid),
    KEY by_class (spectral_class, subclass)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A late A, F, G or K star whose parameters are to be measured. S1 §4.2(5).
CREATE TABLE IF NOT EXISTS {processing}.param_info (
    obsid BIGINT NOT NULL,
    spectrum_path VARCHAR(3000) NOT NULL,
    state ENUM('waiting', 'measured', 'failed') NOT NULL DEFAULT 'waiting',
    flattened_path VARCHAR(3000) NOT NULL DEFAULT '',
    PRIMARY KEY (obsid),
    KEY by_state (state, obsid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Initial values of the correlation function initial (CFI). S1 §4.2(6).
CREATE TABLE IF NOT EXISTS {processing}.cfi_param (
    obsid BIGINT NOT NULL,
    teff DOUBLE NULL,
    teff_err DOUBLE NULL,
    logg DOUBLE NULL,
    logg_err DOUBLE NULL,
    feh DOUBLE NULL,
    feh_err DOUBLE NULL,
    alpha_m DOUBLE NULL,
    alpha_m_err DOUBLE NULL,
    PRIMARY KEY (obsid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CFI values of the flattened spectra.
CREATE TABLE IF NOT EXISTS {processing}.cfi_param_norm (
    obsid BIGINT NOT NULL,
    teff DOUBLE NULL,
    teff_err DOUBLE NULL,
    logg DOUBLE NULL,
    logg_err DOUBLE NULL,
    feh DOUBLE NULL,
    feh_err DOUBLE NULL,
    alpha_m DOUBLE NULL,
    alpha_m_err DOUBLE NULL,
    PRIMARY KEY (obsid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Final parameters by ULySS. S1 §4.2(8).
CREATE TABLE IF NOT EXISTS {processing}.uly_param (
    obsid BIGINT NOT NULL,
    teff DOUBLE NULL,
    teff_err DOUBLE NULL,
    logg DOUBLE NULL,
    logg_err DOUBLE NULL,
    feh DOUBLE NULL,
    feh_err DOUBLE NULL,
    alpha_m DOUBLE NULL,
    alpha_m_err DOUBLE NULL,
    rv DOUBLE NULL,
    rv_err DOUBLE NULL,
    chi2 DOUBLE NULL,
    PRIMARY KEY (obsid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- ULySS parameters of the flattened spectra.
CREATE TABLE IF NOT EXISTS {processing}.uly_param_norm (
    obsid BIGINT NOT NULL,
    teff DOUBLE NULL,
    teff_err DOUBLE NULL,
    logg DOUBLE NULL,
    logg_err DOUBLE NULL,
    feh DOUBLE NULL,
    feh_err DOUBLE NULL,
    alpha_m DOUBLE NULL,
    alpha_m_err DOUBLE NULL,
    rv DOUBLE NULL,
    rv_err DOUBLE NULL,
    chi2 DOUBLE NULL,
    PRIMARY KEY (obsid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A candidate for the galaxy and QSO modules. S1 §4.2(10).
CREATE TABLE IF NOT EXISTS {processing}.extragalaxy_info (
    obsid BIGINT NOT NULL,
    spectrum_path VARCHAR(3000) NOT NULL,
    snru DOUBLE NULL,
    snrg DOUBLE NULL,
    snrr DOUBLE NULL,
    snri DOUBLE NULL,
    snrz DOUBLE NULL,
    target_source VARCHAR(60) NOT NULL,
    object_type VARCHAR(60) NOT NULL,
    PRIMARY KEY (obsid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Results of the galaxy module: galaxies and QSOs. S1 §4.2(11).
CREATE TABLE IF NOT EXISTS {processing}.GQ_info (
    obsid BIGINT NOT NULL,
    spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NOT NULL,
    subclass VARCHAR(60) NOT NULL,
    z DOUBLE NULL,
    z_err DOUBLE NULL,
    confidence DOUBLE NULL,
    PRIMARY KEY (obsid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The galaxies among GQ_info.
CREATE TABLE IF NOT EXISTS {processing}.GM_info (
    obsid BIGINT NOT NULL,
    spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NOT NULL,
    subclass VARCHAR(60) NOT NULL,
    z DOUBLE NULL,
    z_err DOUBLE NULL,
    confidence DOUBLE NULL,
    PRIMARY KEY (obsid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The QSOs among GQ_info.
CREATE TABLE IF NOT EXISTS {processing}.QM_info (
    obsid BIGINT NOT NULL,
    spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NOT NULL,
    subclass VARCHAR(60) NOT NULL,
    z DOUBLE NULL,
    z_err DOUBLE NULL,
    confidence DOUBLE NULL,
    PRIMARY KEY (obsid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A spectrograph whose 2D reduction failed. S1 §4.2(14).
CREATE TABLE IF NOT EXISTS {processing}.fail2d (
    id BIGINT NOT NULL AUTO_INCREMENT,
    obs_date VARCHAR(10) NOT NULL,
    lmjd INT NULL,
    planid VARCHAR(60) NOT NULL,
    spid INT NOT NULL,
    arm CHAR(1) NOT NULL DEFAULT '',
    reason VARCHAR(400) NOT NULL,
    data_version VARCHAR(40) NOT NULL,
    failed_at DATETIME(6) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY one_failure (planid, obs_date, spid, arm),
    KEY by_date (obs_date)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A CCD and its state.
CREATE TABLE IF NOT EXISTS {processing}.ccd_info (
    ccd_id VARCHAR(16) NOT NULL,
    spid INT NOT NULL,
    arm CHAR(1) NOT NULL,
    gain DOUBLE NULL,
    read_noise DOUBLE NULL,
    valid_from DATE NOT NULL,
    PRIMARY KEY (ccd_id, valid_from)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What the bits of a mask mean.
CREATE TABLE IF NOT EXISTS {processing}.mask_info (
    mask_type VARCHAR(20) NOT NULL,
    mask_bit INT NOT NULL,
    mask_name VARCHAR(40) NOT NULL,
    meaning VARCHAR(200) NOT NULL,
    PRIMARY KEY (mask_type, mask_bit)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One exposure of one spectrograph. lmjm is its local modified Julian minute (local time = UTC + 8 h at Xinglong).
CREATE TABLE IF NOT EXISTS {processing}.exposure (
    planid VARCHAR(60) NOT NULL,
    spid INT NOT NULL,
    lmjm BIGINT NOT NULL,
    obs_date VARCHAR(10) NOT NULL,
    start_mjd DOUBLE NULL,
    end_mjd DOUBLE NULL,
    exposure_seconds DOUBLE NULL,
    exposure_type VARCHAR(8) NOT NULL,
    slit_mode VARCHAR(8) NOT NULL,
    temp_ccd_blue DOUBLE NULL,
    temp_ccd_red DOUBLE NULL,
    PRIMARY KEY (planid, spid, lmjm),
    KEY by_date (obs_date),
    KEY by_time (lmjm)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- LAMOST's own six pixel bits; values 1, 2 and 4 are what released files carry.
INSERT IGNORE INTO {processing}.mask_info (mask_type, mask_bit, mask_name, meaning) VALUES
    ('pixel', 0, 'BADCCD', 'bad pixel on the CCD'),
    ('pixel', 1, 'BADPROFILE', 'bad profile in the extraction'),
    ('pixel', 2, 'NOSKY', 'no sky information at this wavelength'),
    ('pixel', 3, 'BRIGHTSKY', 'sky level too high'),
    ('pixel', 4, 'BADCENTER', 'fibre trace out of the CCD'),
    ('pixel', 5, 'NODATA', 'no good data');
