-- What those who were invited have answered. Nobody asked for it so far, so the calendars are read anew once.
ALTER TABLE meeting_attendee ADD COLUMN answer VARCHAR(20) DEFAULT 'NONE' NOT NULL;
DELETE FROM sync_checkpoint WHERE name LIKE 'meetings/calendar/%';
