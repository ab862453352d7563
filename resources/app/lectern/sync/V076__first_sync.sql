-- What lay in the store when an integration's first sync had ended, beside what that sync saw.
ALTER TABLE sync_count ADD COLUMN stored BIGINT;
