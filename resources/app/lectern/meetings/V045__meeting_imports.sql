-- Each import of meetings, by the batch that its slots carry, so that one undo can take it back.
CREATE TABLE meeting_import (
    batch          VARCHAR(40)              NOT NULL PRIMARY KEY,
    integration_id BIGINT                   NOT NULL,
    source         VARCHAR(300)             NOT NULL,
    meetings       INT                      NOT NULL,
    created_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    undone_at      TIMESTAMP WITH TIME ZONE,
    CONSTRAINT meeting_import_integration FOREIGN KEY (integration_id) REFERENCES integration (id) ON DELETE CASCADE
);
CREATE INDEX meeting_import_by_time ON meeting_import (integration_id, created_at);
-- Sets of options that somebody gave a name.
CREATE TABLE meeting_preset (
    integration_id BIGINT        NOT NULL,
    plain_name     VARCHAR(100)  NOT NULL,
    name           VARCHAR(100)  NOT NULL,
    options        VARCHAR(4000) NOT NULL,
    CONSTRAINT meeting_preset_once PRIMARY KEY (integration_id, plain_name),
    CONSTRAINT meeting_preset_integration FOREIGN KEY (integration_id) REFERENCES integration (id) ON DELETE CASCADE
);
-- How new meetings begin; an integration without a row has Lectern's own. A notice that is NULL is Lectern's own sentence.
CREATE TABLE meeting_defaults (
    integration_id BIGINT        NOT NULL PRIMARY KEY,
    subject        VARCHAR(500)  NOT NULL,
    minutes        INT           NOT NULL,
    preset         VARCHAR(100)  NOT NULL,
    notice         VARCHAR(4000),
    CONSTRAINT meeting_defaults_integration FOREIGN KEY (integration_id) REFERENCES integration (id) ON DELETE CASCADE
);
