-- What was found out about accounts: one row per address and integration, and one per check. A new result replaces the old one.
CREATE TABLE account_check (
    integration_id BIGINT                   NOT NULL,
    address        VARCHAR(320)             NOT NULL,
    object_id      VARCHAR(64)              NOT NULL,
    display_name   VARCHAR(300)             NOT NULL,
    sign_in_name   VARCHAR(320)             NOT NULL,
    mail           VARCHAR(320)             NOT NULL,
    job_title      VARCHAR(300)             NOT NULL,
    department     VARCHAR(300)             NOT NULL,
    user_type      VARCHAR(40)              NOT NULL,
    checked_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT account_check_once PRIMARY KEY (integration_id, address),
    CONSTRAINT account_check_integration FOREIGN KEY (integration_id) REFERENCES integration (id) ON DELETE CASCADE
);
CREATE TABLE account_finding (
    integration_id BIGINT        NOT NULL,
    address        VARCHAR(320)  NOT NULL,
    check_name     VARCHAR(40)   NOT NULL,
    reason         VARCHAR(60)   NOT NULL,
    facts          VARCHAR(4000) NOT NULL,
    request        VARCHAR(700)  NOT NULL,
    status         INTEGER       NOT NULL,
    code           VARCHAR(200)  NOT NULL,
    request_id     VARCHAR(100)  NOT NULL,
    CONSTRAINT account_finding_once PRIMARY KEY (integration_id, address, check_name),
    CONSTRAINT account_finding_check FOREIGN KEY (integration_id, address)
        REFERENCES account_check (integration_id, address) ON DELETE CASCADE
);
-- Whom the person at this computer is in a tenant where the app signs in for itself, and in which order organisers are tried.
CREATE TABLE organiser_order (
    integration_id BIGINT       NOT NULL PRIMARY KEY,
    own_address    VARCHAR(320) NOT NULL,
    first_role     VARCHAR(40)  NOT NULL,
    CONSTRAINT organiser_order_integration FOREIGN KEY (integration_id) REFERENCES integration (id) ON DELETE CASCADE
);
