-- All that speaks about single spectra, in one sparse table: filling a catalogue looks into it once for each spectrum.

DROP TABLE IF EXISTS {product}.build_withdrawal;

DROP TABLE IF EXISTS {product}.build_decision;

-- decided_by: recheck, verdict, disputed or module; NULL where nobody decided and only the marks behind it matter.
CREATE TABLE IF NOT EXISTS {product}.build_decision (
    obsid BIGINT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NULL,
    subclass VARCHAR(60) NULL,
    z DOUBLE NULL,
    z_err DOUBLE NULL,
    decided_by VARCHAR(10) NULL,
    raw_problem TINYINT NOT NULL DEFAULT 0,
    reduction_problem TINYINT NOT NULL DEFAULT 0,
    withdrawn TINYINT NOT NULL DEFAULT 0,
    PRIMARY KEY (obsid, pipeline_version)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What goes out follows from the reason, so that no statement has to find the reason twice.
ALTER TABLE {product}.catalogue ALTER COLUMN if_release SET DEFAULT (reason = '');
