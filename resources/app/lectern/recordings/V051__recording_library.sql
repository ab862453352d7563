-- Titles are sorted without regard to capitals. What is listed is read by integration, so that the sort columns stand in its index.
ALTER TABLE recording ADD COLUMN sort_title VARCHAR(500) GENERATED ALWAYS AS (LOWER(title));
CREATE INDEX recording_by_title ON recording (integration_id, sort_title, recorded_at, id);
CREATE INDEX recording_by_organiser ON recording (integration_id, organiser_name, recorded_at, id);
CREATE INDEX recording_by_size ON recording (integration_id, size, recorded_at, id);
CREATE INDEX recording_by_state ON recording (integration_id, state, local_state);
-- Graph tells no date of removal; Teams removes recordings after 120 days unless the settings name another number.
UPDATE recording SET expires_at = recorded_at + INTERVAL '120' DAY WHERE expires_at IS NULL AND kind = 'VIDEO';
-- The words of transcripts that were read, so that a search over all of them answers at once.
CREATE TABLE recording_spoken (
    word         VARCHAR(60) NOT NULL,
    recording_id BIGINT      NOT NULL,
    CONSTRAINT recording_spoken_once PRIMARY KEY (word, recording_id),
    CONSTRAINT recording_spoken_recording FOREIGN KEY (recording_id) REFERENCES recording (id) ON DELETE CASCADE
);
-- The queue's order, and the process that works on a row: a row whose process is gone is anybody's.
ALTER TABLE download ADD COLUMN place BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE download ADD COLUMN runner VARCHAR(60) DEFAULT '' NOT NULL;
ALTER TABLE download ADD COLUMN fetched BIGINT DEFAULT 0 NOT NULL;
UPDATE download SET place = id;
CREATE INDEX download_by_state ON download (state, place);
CREATE TABLE recording_settings (
    integration_id  BIGINT        NOT NULL PRIMARY KEY,
    folder          VARCHAR(2000) NOT NULL,
    pattern         VARCHAR(300)  NOT NULL,
    passport        BOOLEAN       NOT NULL,
    warn_percent    INT           NOT NULL,
    clean_up_days   INT           NOT NULL,
    tenant_days     INT           NOT NULL,
    warn_days       INT           NOT NULL,
    tenant_deletion BOOLEAN       NOT NULL,
    CONSTRAINT recording_settings_integration FOREIGN KEY (integration_id) REFERENCES integration (id) ON DELETE CASCADE
);
