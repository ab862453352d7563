-- Which screens an integration shows, whom it alone trusts, and what Lectern found out about its service account and its
-- credential. Drafts of the setup are kept under negative ids, so there is no reference to the table of integrations.
ALTER TABLE integration ADD COLUMN workspace_role VARCHAR(20) DEFAULT 'ADMIN' NOT NULL;
ALTER TABLE integration ADD COLUMN authority VARCHAR(100000) DEFAULT '' NOT NULL;
CREATE TABLE integration_standing (
    integration        BIGINT      NOT NULL PRIMARY KEY,
    account            VARCHAR(320),
    account_state      VARCHAR(20),
    account_checked_at TIMESTAMP WITH TIME ZONE,
    account_problem    VARCHAR(100000),
    credential_ends    TIMESTAMP WITH TIME ZONE,
    credential_source  VARCHAR(30),
    credential_kind    VARCHAR(30),
    credential_warned  INT
);
