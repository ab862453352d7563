-- What was written and shared in the chats of meetings. A message that was deleted there keeps its row without its text.
CREATE TABLE chat_message (
    integration_id BIGINT                   NOT NULL,
    thread_id      VARCHAR(300)             NOT NULL,
    message_id     VARCHAR(100)             NOT NULL,
    author         VARCHAR(300)             NOT NULL,
    sent_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    changed_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    deleted        BOOLEAN                  NOT NULL,
    content        VARCHAR(100000)          NOT NULL,
    CONSTRAINT chat_message_once PRIMARY KEY (integration_id, thread_id, message_id),
    CONSTRAINT chat_message_integration FOREIGN KEY (integration_id) REFERENCES integration (id) ON DELETE CASCADE
);
CREATE INDEX chat_message_by_time ON chat_message (integration_id, thread_id, sent_at);
CREATE TABLE chat_file (
    integration_id BIGINT                   NOT NULL,
    thread_id      VARCHAR(300)             NOT NULL,
    file_id        VARCHAR(300)             NOT NULL,
    name           VARCHAR(500)             NOT NULL,
    link           VARCHAR(4000)            NOT NULL,
    shared_by      VARCHAR(300)             NOT NULL,
    shared_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT chat_file_once PRIMARY KEY (integration_id, thread_id, file_id),
    CONSTRAINT chat_file_integration FOREIGN KEY (integration_id) REFERENCES integration (id) ON DELETE CASCADE
);
