-- All that speaks about single spectra, in one sparse table: filling a catalogue looks into it once for each spectrum.

-- decided_by: recheck, verdict or module; NULL where nobody decided and only the marks behind it matter.
ALTER TABLE {product}.build_decision
    MODIFY COLUMN spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NULL,
    MODIFY COLUMN subclass VARCHAR(60) NULL,
    MODIFY COLUMN decided_by VARCHAR(10) NULL,
    ADD COLUMN raw_problem TINYINT NOT NULL DEFAULT 0,
    ADD COLUMN reduction_problem TINYINT NOT NULL DEFAULT 0,
    ADD COLUMN withdrawn TINYINT NOT NULL DEFAULT 0;

DROP TABLE IF EXISTS {product}.build_withdrawal;

-- What goes out follows from the reason, so that no statement has to find the reason twice.
ALTER TABLE {product}.catalogue ALTER COLUMN if_release SET DEFAULT (reason = '');
