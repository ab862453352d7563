package app.lectern.recordings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Recordings and downloads as other programs read them.
final class RecordingsJson {
    private RecordingsJson() {}

    static String id(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Map<String, Object> of(Recording recording, Optional<Expiry> expiry) {
        var document = new LinkedHashMap<String, Object>();
        document.put("id", recording.id());
        document.put("title", recording.title());
        document.put("name", recording.name());
        document.put("kind", id(recording.kind()));
        document.put("state", id(recording.state()));
        recording.meeting().ifPresent(meeting -> document.put("meeting", meeting));
        document.put("meeting_title", recording.meetingTitle());
        document.put("match", id(recording.matchBy()));
        document.put("confidence", recording.confidence());
        document.put("organiser", recording.organiser());
        document.put("recorded_at", recording.recordedAt());
        recording.length().ifPresent(length -> document.put("duration_seconds", length.toSeconds()));
        recording.size().ifPresent(size -> document.put("file_size", size));
        document.put("stored_in", id(recording.place()));
        document.put("drive_id", recording.driveId());
        document.put("item_id", recording.itemId());
        document.put("recording_id", recording.graphId());
        document.put("web_url", recording.webUrl());
        document.put("quick_xor_hash", recording.hash());
        expiry.ifPresent(found -> {
            document.put("expires_at", found.at());
            document.put("expires_assumed", found.assumed());
        });
        recording.removedAt().ifPresent(at -> document.put("removed_at", at));
        document.put("keep", recording.keep());
        document.put("local_state", id(recording.local()));
        document.put("local_path", recording.localPath());
        document.put("download_count", recording.downloads());
        recording.downloadedAt().ifPresent(at -> document.put("last_downloaded_at", at));
        return document;
    }

    static Map<String, Object> of(DownloadRecord record) {
        var document = new LinkedHashMap<String, Object>();
        document.put("id", record.id());
        document.put("recording", record.recording());
        document.put("title", record.title());
        document.put("meeting_title", record.meetingTitle());
        document.put("person", record.person());
        document.put("state", id(record.state()));
        document.put("asked_at", record.askedAt());
        record.endedAt().ifPresent(at -> document.put("ended_at", at));
        record.path().ifPresent(path -> document.put("path", path.toString()));
        document.put("bytes", record.bytes());
        document.put("fetched", record.fetched());
        document.put("milliseconds", record.took().toMillis());
        document.put("bytes_per_second", record.bytesPerSecond());
        document.put("verified", record.verified());
        document.put("quick_xor_hash", record.quickXor());
        document.put("sha256", record.sha256());
        document.put("problem", record.problem());
        return document;
    }
}
