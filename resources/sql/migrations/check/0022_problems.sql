-- The range of wavelengths of a problem, the version that mends it, and what happened to it.

ALTER TABLE {check}.`2dprob`
    ADD COLUMN from_angstrom DOUBLE NULL,
    ADD COLUMN to_angstrom DOUBLE NULL,
    ADD COLUMN fixed_version VARCHAR(40) NOT NULL DEFAULT '',
    ADD KEY by_date (obs_date, planid, spid);

CREATE TABLE IF NOT EXISTS {check}.problem_event (
    id BIGINT NOT NULL AUTO_INCREMENT,
    problem_id BIGINT NOT NULL,
    state ENUM('open', 'confirmed', 'fixed', 'refuted') NOT NULL,
    note TEXT NOT NULL,
    done_by VARCHAR(80) NOT NULL,
    done_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY by_problem (problem_id, id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Spectra that are not released, and the problem that holds each back.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW {check}.held_back AS
SELECT s.obsid, s.pipeline_version, p.id AS problem_id, p.origin, p.state
FROM {check}.`2dprob` AS p
JOIN {check}.spec_check AS s
    ON s.planid = p.planid AND s.spid = p.spid AND s.fiberid BETWEEN p.first_fiber AND p.last_fiber
    AND s.pipeline_version = p.pipeline_version
WHERE p.state IN ('open', 'confirmed') OR (p.origin = 'raw' AND p.state = 'fixed');
