-- Subjects with places to fill in that somebody kept.
CREATE TABLE meeting_subject (
    integration_id BIGINT       NOT NULL,
    template       VARCHAR(500) NOT NULL,
    CONSTRAINT meeting_subject_once PRIMARY KEY (integration_id, template),
    CONSTRAINT meeting_subject_integration FOREIGN KEY (integration_id) REFERENCES integration (id) ON DELETE CASCADE
);
