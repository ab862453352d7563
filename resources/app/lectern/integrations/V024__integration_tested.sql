-- When a test meeting was made with the integration and worked.
ALTER TABLE integration ADD COLUMN tested_at TIMESTAMP WITH TIME ZONE;
