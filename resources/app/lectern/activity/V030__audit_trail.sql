-- Who did what, to what, with what outcome. Rows are only ever added; each holds the hash of the one before it, and the
-- one row of audit_head, sealed with a key of the vault, says where the chain begins and ends.
CREATE TABLE audit_entry (
    id             BIGINT PRIMARY KEY,
    noted_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    severity       SMALLINT                 NOT NULL,
    actor          VARCHAR(200)             NOT NULL,
    integration    VARCHAR(100)             NOT NULL,
    deed           VARCHAR(60)              NOT NULL,
    subject        VARCHAR(500)             NOT NULL,
    subject_id     VARCHAR(500)             NOT NULL,
    outcome        VARCHAR(500)             NOT NULL,
    said_before    VARCHAR(2000)            NOT NULL,
    said_after     VARCHAR(2000)            NOT NULL,
    problem        VARCHAR(4000)            NOT NULL,
    request_id     VARCHAR(100)             NOT NULL,
    purpose        VARCHAR(200)             NOT NULL,
    began_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    hash_before    VARCHAR(64)              NOT NULL,
    hash           VARCHAR(64)              NOT NULL
);
CREATE INDEX audit_entry_by_time ON audit_entry (noted_at DESC, id DESC);
CREATE INDEX audit_entry_by_severity ON audit_entry (severity, noted_at DESC, id DESC);
CREATE INDEX audit_entry_by_integration ON audit_entry (integration, noted_at DESC, id DESC);
CREATE INDEX audit_entry_by_request ON audit_entry (request_id);
CREATE TABLE audit_head (
    id         INT PRIMARY KEY,
    base_id    BIGINT      NOT NULL,
    base_hash  VARCHAR(64) NOT NULL,
    last_id    BIGINT      NOT NULL,
    last_hash  VARCHAR(64) NOT NULL,
    seal       VARCHAR(64) NOT NULL
);
INSERT INTO audit_head (id, base_id, base_hash, last_id, last_hash, seal) VALUES (1, 0, '', 0, '', '');
