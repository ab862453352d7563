-- Since when the due dates of an integration cannot be kept in calendars, and why; no row while they can. `writing` is what an
-- application met, which a look alone does not clear.
CREATE TABLE deliverable_trouble (
    integration_id BIGINT                   NOT NULL PRIMARY KEY,
    since          TIMESTAMP WITH TIME ZONE NOT NULL,
    problem        CHARACTER LARGE OBJECT   NOT NULL,
    writing        BOOLEAN                  NOT NULL,
    CONSTRAINT deliverable_trouble_integration FOREIGN KEY (integration_id) REFERENCES integration (id) ON DELETE CASCADE
);
