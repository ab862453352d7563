-- How grave a call was, and the orders in which the activity screen turns pages: without these a filter would read a million rows.
ALTER TABLE graph_call ADD COLUMN severity SMALLINT DEFAULT 0 NOT NULL;
UPDATE graph_call SET severity = CASE
    WHEN status = 0 OR status >= 500 THEN 2
    WHEN status = 429 THEN 1
    WHEN status >= 400 AND method <> 'GET' THEN 2
    WHEN status >= 400 THEN 1
    ELSE 0 END;
CREATE INDEX graph_call_page ON graph_call (started_at DESC, id DESC);
CREATE INDEX graph_call_by_severity ON graph_call (severity, started_at DESC, id DESC);
CREATE INDEX graph_call_by_integration ON graph_call (integration, started_at DESC, id DESC);
CREATE INDEX graph_call_by_client_request ON graph_call (client_request_id);
