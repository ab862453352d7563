-- A library of any size is filtered and sorted within an index; reading its rows for that takes a hundred times as long. What lists are
-- narrowed by has few values each and stands in one number, digits by the alphabet, so that a column is sorted by its digit:
-- kind (2 bits), place (2), state (2), local state (4), keep (1), belongs to no meeting (1).
DROP INDEX recording_by_time;
DROP INDEX recording_by_title;
DROP INDEX recording_by_organiser;
DROP INDEX recording_by_size;
DROP INDEX recording_by_state;
ALTER TABLE recording ADD (
    sort_meeting VARCHAR(500) GENERATED ALWAYS AS (LOWER(meeting_title)),
    facets       INT GENERATED ALWAYS AS (
        CASE kind WHEN 'CHAT' THEN 0 WHEN 'OTHER' THEN 1 WHEN 'TRANSCRIPT' THEN 2 ELSE 3 END
        + 4 * CASE place WHEN 'ONEDRIVE' THEN 0 WHEN 'SHAREPOINT' THEN 1 ELSE 2 END
        + 16 * CASE state WHEN 'AVAILABLE' THEN 0 WHEN 'PROCESSING' THEN 1 ELSE 2 END
        + 64 * CASE local_state WHEN 'ARCHIVED' THEN 0 WHEN 'DAMAGED' THEN 1 WHEN 'FAILED' THEN 2 WHEN 'MISSING' THEN 3 WHEN 'NONE' THEN 4
            WHEN 'QUEUED' THEN 5 WHEN 'RUNNING' THEN 6 WHEN 'UNVERIFIED' THEN 7 ELSE 8 END
        + 1024 * CASE WHEN keep THEN 1 ELSE 0 END
        + 2048 * CASE WHEN meeting_id IS NULL THEN 1 ELSE 0 END)
);
CREATE INDEX recording_by_time ON recording (integration_id, recorded_at DESC, id DESC, facets, size, meeting_id);
CREATE INDEX recording_by_title ON recording (integration_id, sort_title, recorded_at DESC, id, facets, size, meeting_id);
CREATE INDEX recording_by_meeting_title ON recording (integration_id, sort_meeting, recorded_at DESC, id, facets, size, meeting_id);
CREATE INDEX recording_by_organiser ON recording (integration_id, organiser_name, recorded_at DESC, id, facets, size, meeting_id);
CREATE INDEX recording_by_owner ON recording (integration_id, organiser_id, recorded_at DESC, id DESC, facets, size, meeting_id);
CREATE INDEX recording_by_size ON recording (integration_id, size, recorded_at DESC, id, facets, meeting_id);
CREATE INDEX recording_by_length ON recording (integration_id, length_seconds, recorded_at DESC, id, facets, size, meeting_id);
CREATE INDEX recording_by_downloads ON recording (integration_id, downloads, recorded_at DESC, id, facets, size, meeting_id);
CREATE INDEX recording_by_download ON recording (integration_id, downloaded_at, recorded_at DESC, id, facets, size, meeting_id);
CREATE INDEX recording_by_group ON recording (integration_id, meeting_id, recorded_at, meeting_title);
