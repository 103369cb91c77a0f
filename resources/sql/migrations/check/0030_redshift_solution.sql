-- SpecDesk's own redshifts of a spectrum, best first from rank 1; one row without z where there is none to be had.
CREATE TABLE IF NOT EXISTS {check}.redshift_solution (
    obsid BIGINT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    solution_rank TINYINT NOT NULL,
    spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NOT NULL,
    template VARCHAR(60) NOT NULL,
    template_group VARCHAR(60) NOT NULL,
    z DOUBLE NULL,
    z_err DOUBLE NULL,
    probability DOUBLE NOT NULL,
    delta_chi2 DOUBLE NULL,
    gain DOUBLE NULL,
    chi2_per_pixel DOUBLE NULL,
    snr DOUBLE NULL,
    warnings VARCHAR(160) NOT NULL,
    tool_version VARCHAR(40) NOT NULL,
    solved_at DATETIME(6) NOT NULL,
    PRIMARY KEY (obsid, pipeline_version, solution_rank),
    KEY by_probability (solution_rank, probability, obsid)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Spectra whose best solution was accepted by a rule, without eyes. A verdict of a person wins over it.
CREATE TABLE IF NOT EXISTS {check}.machine_acceptance (
    obsid BIGINT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    rule_name VARCHAR(60) NOT NULL,
    rules_version VARCHAR(40) NOT NULL,
    spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NOT NULL,
    z DOUBLE NOT NULL,
    z_err DOUBLE NOT NULL,
    probability DOUBLE NOT NULL,
    accepted_at DATETIME(6) NOT NULL,
    PRIMARY KEY (obsid, pipeline_version)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
