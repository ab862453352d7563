-- Sorting 200,000 rows by any column takes its index; the title sorts without regard to capitals.
ALTER TABLE recording ADD COLUMN sort_title VARCHAR(500) DEFAULT '' NOT NULL;
UPDATE recording SET sort_title = LOWER(title);
CREATE INDEX recording_by_title ON recording (integration_id, sort_title, id);
CREATE INDEX recording_by_organiser ON recording (integration_id, organiser_name, id);
CREATE INDEX recording_by_size ON recording (integration_id, size, id);
CREATE INDEX recording_by_length ON recording (integration_id, length_seconds, id);
CREATE INDEX recording_by_kind ON recording (integration_id, kind, id);
CREATE INDEX recording_by_state ON recording (integration_id, state, local_state, id);
CREATE INDEX recording_by_downloads ON recording (integration_id, downloads, id);
CREATE INDEX recording_by_time_and_meeting ON recording (integration_id, recorded_at, meeting_id, id);
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
