-- Accounts and what happened to them. The encrypted passwords are the server's own and readable by nobody.

ALTER TABLE {check}.chk_login
    MODIFY first_login_at DATETIME(6) NULL,
    MODIFY last_login_at DATETIME(6) NULL,
    ADD COLUMN server_account VARCHAR(160) NOT NULL DEFAULT '',
    ADD COLUMN state ENUM('active', 'locked', 'removed') NOT NULL DEFAULT 'active',
    ADD COLUMN tls_required TINYINT NOT NULL DEFAULT 0,
    ADD COLUMN failures INT NOT NULL DEFAULT 0;

-- Who did what with whose account; rows are only ever added.
CREATE TABLE IF NOT EXISTS {check}.account_event (
    id BIGINT NOT NULL AUTO_INCREMENT,
    account VARCHAR(80) NOT NULL,
    what VARCHAR(20) NOT NULL,
    detail VARCHAR(200) NOT NULL,
    done_by VARCHAR(80) NOT NULL,
    done_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY by_account (account, id)
) ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
