-- What an integration is for, by the names of its jobs; nothing where nobody has chosen, as before: then it is for all of them.
ALTER TABLE integration ADD COLUMN jobs VARCHAR(1000) DEFAULT '' NOT NULL;
