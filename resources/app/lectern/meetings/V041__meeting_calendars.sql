-- Whose calendars are read, where somebody chose; without a row for an integration everybody's who can organise meetings.
CREATE TABLE meeting_calendar (
    integration_id BIGINT       NOT NULL,
    object_id      VARCHAR(64)  NOT NULL,
    address        VARCHAR(320) NOT NULL,
    name           VARCHAR(300) NOT NULL,
    CONSTRAINT meeting_calendar_once PRIMARY KEY (integration_id, object_id),
    CONSTRAINT meeting_calendar_integration FOREIGN KEY (integration_id) REFERENCES integration (id) ON DELETE CASCADE
);
