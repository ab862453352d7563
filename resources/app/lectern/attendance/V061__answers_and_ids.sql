-- What those who were invited have answered. Nobody asked for it so far, so the calendars are read anew once.
ALTER TABLE meeting_attendee ADD COLUMN answer VARCHAR(20) DEFAULT 'NONE' NOT NULL;
DELETE FROM sync_checkpoint WHERE name LIKE 'meetings/calendar/%';
-- Ids were handed out thirty-two at a time, and each time the store waited for the disk.
ALTER TABLE attendance_presence ALTER COLUMN id SET CACHE 20000;
ALTER TABLE attendance_report ALTER COLUMN id SET CACHE 1000;
ALTER TABLE attendance_person ALTER COLUMN id SET CACHE 1000;
