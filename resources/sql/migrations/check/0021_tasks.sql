-- Work handed out: tasks, whom they are given to, and one seat for each look wanted at each spectrum.

CREATE TABLE IF NOT EXISTS {check}.task (
    id INT NOT NULL AUTO_INCREMENT,
    title VARCHAR(120) NOT NULL,
    filter_json TEXT NOT NULL,
    task_order ENUM('information', 'natural', 'random') NOT NULL,
    inspectors INT NOT NULL,
    gold_share DOUBLE NOT NULL,
    lease_minutes INT NOT NULL,
    created_by VARCHAR(80) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    closed TINYINT NOT NULL DEFAULT 0,
    PRIMARY KEY (id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Without a row here a task is everybody's.
CREATE TABLE IF NOT EXISTS {check}.task_member (
    task_id INT NOT NULL,
    account VARCHAR(80) NOT NULL,
    PRIMARY KEY (task_id, account)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A held seat whose lease ended is as good as free. Smaller seat_order comes first.
CREATE TABLE IF NOT EXISTS {check}.task_seat (
    id BIGINT NOT NULL AUTO_INCREMENT,
    task_id INT NOT NULL,
    seat_order BIGINT NOT NULL,
    obsid BIGINT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    seat INT NOT NULL,
    is_gold TINYINT NOT NULL DEFAULT 0,
    state ENUM('free', 'held', 'done') NOT NULL DEFAULT 'free',
    holder VARCHAR(80) NOT NULL DEFAULT '',
    leased_until DATETIME(6) NULL,
    done_at DATETIME(6) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY seat (task_id, obsid, pipeline_version, seat),
    KEY by_order (task_id, state, seat_order, id),
    KEY by_lease (task_id, state, leased_until),
    KEY by_holder (holder, obsid, pipeline_version),
    KEY by_spectrum (obsid, pipeline_version)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Spectra whose truth is known, mixed into tasks to see how people do. Inspectors may not read it.
CREATE TABLE IF NOT EXISTS {check}.gold_standard (
    obsid BIGINT NOT NULL,
    pipeline_version VARCHAR(40) NOT NULL,
    spectral_class ENUM('UNKNOWN', 'STAR', 'GALAXY', 'QSO') NOT NULL,
    subclass VARCHAR(60) NOT NULL,
    z DOUBLE NULL,
    source VARCHAR(120) NOT NULL,
    PRIMARY KEY (obsid, pipeline_version)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Which verdict the rechecker took over; NULL when he decided anew.
ALTER TABLE {check}.humanrecheck ADD COLUMN chosen_verdict BIGINT NULL;
