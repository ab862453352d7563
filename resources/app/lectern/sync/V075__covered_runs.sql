-- Since when a run's readings count: its own beginning, or that of the run that was cut off and it went on with. And how many organisers
-- a run did not ask, because they had just been read, with the oldest of those readings.
ALTER TABLE sync_run ADD COLUMN covered_from TIMESTAMP WITH TIME ZONE;
UPDATE sync_run SET covered_from = started_at;
ALTER TABLE sync_run ALTER COLUMN covered_from SET NOT NULL;
ALTER TABLE sync_run ADD COLUMN spared INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE sync_run ADD COLUMN spared_read_at TIMESTAMP WITH TIME ZONE;
