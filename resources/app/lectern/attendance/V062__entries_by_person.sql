-- An index by person alone is spread over all of its pages by every report. Within a stretch of reports it stays small, so that
-- storing touches few pages however much is kept; whoever looks for a person asks one stretch after the other.
ALTER TABLE attendance_presence DROP CONSTRAINT attendance_presence_person;
ALTER TABLE attendance_presence ADD COLUMN stretch BIGINT GENERATED ALWAYS AS (report_id / 4096);
CREATE INDEX attendance_presence_by_person ON attendance_presence (stretch, person_id);
