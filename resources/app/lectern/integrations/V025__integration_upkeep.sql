-- When what has to be looked at now and then was last done.
CREATE TABLE integration_upkeep (
    integration BIGINT                   NOT NULL,
    kind        VARCHAR(20)              NOT NULL,
    done_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT integration_upkeep_once PRIMARY KEY (integration, kind),
    CONSTRAINT integration_upkeep_integration FOREIGN KEY (integration) REFERENCES integration (id) ON DELETE CASCADE
);
