-- What must be kept secret, sealed with a key of the vault before it comes here: the slot says what it is, as in
-- 'integration/7/client-secret', and the value opens only under that slot.
CREATE TABLE secrets (
    slot       VARCHAR(300)             NOT NULL PRIMARY KEY,
    sealed     BYTEA                    NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL
);
