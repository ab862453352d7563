-- With which options the new meetings of one organiser begin, in place of the integration's own.
CREATE TABLE meeting_organiser_options (
    integration_id BIGINT        NOT NULL,
    organiser      VARCHAR(320)  NOT NULL,
    options        VARCHAR(4000) NOT NULL,
    CONSTRAINT meeting_organiser_options_once PRIMARY KEY (integration_id, organiser),
    CONSTRAINT meeting_organiser_options_integration FOREIGN KEY (integration_id) REFERENCES integration (id) ON DELETE CASCADE
);
