package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.problems.Problem;
import app.lectern.recordings.downloads.LocalFile;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The small JSON file beside a recording that says where it came from: meeting, source ids, hashes, who fetched it and when.
final class Passports {
    static final String ENDING = ".passport.json";
    static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final KnownMeetings meetings;

    Passports(KnownMeetings meetings) {
        this.meetings = meetings;
    }

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    void write(Integration of, Recording recording, DownloadRecord record) {
        var file = record.path().orElseThrow();
        try {
            LocalFile.replace(beside(file), JSON.writeValueAsBytes(entry(of, recording, record)));
        } catch (IOException refused) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(refused);
        }
    }

    /// What a passport, and a line of a manifest, say of a file.
    Map<String, Object> entry(Integration of, Recording recording, DownloadRecord record) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("file", record.file());
        entry.put("size", record.bytes());
        entry.put("sha256", record.sha256());
        entry.put("quickXorHash", record.quickXor());
        entry.put("verified", record.verified());
        entry.putAll(unfetched(of, recording));
        entry.put("downloadedBy", record.person());
        record.endedAt().ifPresent(at -> entry.put("downloadedAt", at.toString()));
        return entry;
    }

    /// The same of one that nobody fetched.
    Map<String, Object> unfetched(Integration of, Recording recording) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("simulated", of.isSimulated());
        entry.put("title", recording.title());
        entry.put("kind", recording.kind().name().toLowerCase(Locale.ROOT));
        entry.put("recordedAt", recording.recordedAt().toString());
        recording.length().ifPresent(length -> entry.put("seconds", length.toSeconds()));
        entry.put("organiser", recording.organiser());
        recording.meeting().stream().boxed().findFirst().flatMap(meetings::find).ifPresent(meeting -> entry.put("meeting", meeting(meeting, recording)));
        var source = new LinkedHashMap<String, Object>();
        source.put("tenant", of.tenant());
        source.put("place", recording.place().name().toLowerCase(Locale.ROOT));
        source.put("driveId", recording.driveId());
        source.put("itemId", recording.itemId());
        source.put("recordingId", recording.graphId());
        source.put("callId", recording.callId());
        source.put("onlineMeetingId", recording.graphMeeting());
        source.put("webUrl", recording.webUrl());
        entry.put("source", source);
        return entry;
    }

    private static Map<String, Object> meeting(Meeting meeting, Recording recording) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", meeting.id());
        entry.put("subject", meeting.subject());
        entry.put("start", meeting.start().toString());
        entry.put("end", meeting.end().toString());
        entry.put("organiser", meeting.organiser().address());
        entry.put("eventId", meeting.eventId());
        entry.put("iCalUid", meeting.iCalUid());
        entry.put("joinUrl", meeting.joinUrl());
        entry.put("matchedBy", recording.matchBy().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        entry.put("confidence", recording.confidence());
        return entry;
    }
}
