-- Meetings made anew under another organiser: written before the request is sent, marked done after its answer.
CREATE TABLE leaver_move (
    integration_id BIGINT                   NOT NULL,
    event_id       VARCHAR(500)             NOT NULL,
    to_object_id   VARCHAR(64)              NOT NULL,
    from_object_id VARCHAR(64)              NOT NULL,
    transaction_id VARCHAR(64)              NOT NULL,
    done           BOOLEAN                  NOT NULL,
    join_link      VARCHAR(2000)            NOT NULL,
    planned_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT leaver_move_once PRIMARY KEY (integration_id, event_id, to_object_id),
    CONSTRAINT leaver_move_integration FOREIGN KEY (integration_id) REFERENCES integration (id) ON DELETE CASCADE
);
