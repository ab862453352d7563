package app.lectern.recordings;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import app.lectern.recordings.downloads.DownloadResult;
import app.lectern.recordings.downloads.FileDownload;
import app.lectern.recordings.downloads.FileNames;
import app.lectern.recordings.downloads.FileSource;
import app.lectern.recordings.downloads.Lanes;
import app.lectern.store.Store;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Brings one recording here: gives it its place, fetches it from where it lies, writes the passport beside it.
final class DownloadWork {
    private final Function<Integration, GraphSession> sessions;
    private final RecordingChoices choices;
    private final RecordingsStore recordings;
    private final DownloadsStore rows;
    private final TranscriptFiles transcripts;
    private final Passports passports;
    private final ZoneId zone;

    DownloadWork(Function<Integration, GraphSession> sessions, RecordingChoices choices, Store store, Passports passports, ZoneId zone) {
        this.sessions = sessions;
        this.choices = choices;
        this.recordings = new RecordingsStore(store);
        this.rows = new DownloadsStore(store);
        this.transcripts = new TranscriptFiles(sessions, zone);
        this.passports = passports;
        this.zone = zone;
    }

    /// Where a file goes: the folder, and the name in it.
    private record Target(Path folder, String name) {}

    /// Throws a ProblemException when the file did not come; ended early by interrupting.
    DownloadResult run(Integration of, DownloadRecord row, Lanes lanes, Transferring progress) throws InterruptedException {
        var recording = recordings.find(row.recording()).orElseThrow(() -> gone(row));
        if (!recording.canDownload()) {
            throw Problem.of(obstacle(recording)).with("item", row.name()).raise();
        }
        var target = target(of, row, recording);
        if (row.file().isEmpty()) {
            rows.named(row.id(), target.folder().toString(), target.name());
        }
        if (!recording.inDrive() && recording.kind() == RecordingKind.TRANSCRIPT) {
            return transcripts.fetch(of, recording, target.folder(), target.name(), progress);
        }
        return new FileDownload(identity(recording), target.folder(), target.name(), recording.size().orElse(0), source(of, recording), lanes)
                .run(progress);
    }

    private FileSource source(Integration of, Recording recording) {
        var session = sessions.apply(of);
        return recording.inDrive() ? new DriveFileGraph(session, recording) : new MeetingFileGraph(session, recording);
    }

    private static Problem.Code obstacle(Recording recording) {
        return switch (recording.state()) {
            case PROCESSING -> Problem.Code.RECORDING_PROCESSING;
            case AVAILABLE -> Problem.Code.RECORDING_WITHOUT_FILE;
            case REMOVED -> Problem.Code.ITEM_GONE;
        };
    }

    private static RuntimeException gone(DownloadRecord row) {
        return Problem.of(Problem.Code.ITEM_GONE).with("item", row.name()).raise();
    }

    /// One that began goes on where it began, whatever the pattern is by now.
    private Target target(Integration of, DownloadRecord row, Recording recording) {
        if (!row.file().isEmpty()) {
            return new Target(Path.of(row.folder()), row.file());
        }
        var place = choices.place(of, recording, fields(recording, zone), extension(recording));
        var base = row.folder().isEmpty() ? choices.folder(of) : Path.of(row.folder());
        return new Target(place.getParent() == null ? base : base.resolve(place.getParent()), place.getFileName().toString());
    }

    private static String identity(Recording recording) {
        return recording.inDrive() ? recording.driveId() + "/" + recording.itemId() : recording.graphId();
    }

    /// Takes away what a download that nobody wants any more has left.
    void forget(DownloadRecord row) {
        if (!row.file().isEmpty()) {
            recordings.find(row.recording()).filter(Recording::canDownload)
                    .ifPresent(one -> FileDownload.forget(Path.of(row.folder()), row.file(), identity(one)));
        }
    }

    void passport(Integration of, DownloadRecord done) {
        if (choices.of(of).passport()) {
            recordings.find(done.recording()).ifPresent(recording -> passports.write(of, recording, done));
        }
    }

    static Map<String, String> fields(Recording recording, ZoneId zone) {
        var at = recording.recordedAt().atZone(zone);
        var fields = new HashMap<String, String>();
        fields.put("date", DateTimeFormatter.ISO_LOCAL_DATE.format(at));
        fields.put("time", DateTimeFormatter.ofPattern("HHmm", Locale.ROOT).format(at));
        fields.put("month", DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT).format(at));
        fields.put("year", Integer.toString(at.getYear()));
        fields.put("title", recording.title());
        fields.put("meeting", recording.meetingTitle().isEmpty() ? recording.title() : recording.meetingTitle());
        fields.put("organiser", recording.organiser());
        fields.put("kind", recording.kind().name().toLowerCase(Locale.ROOT));
        fields.put("name", recording.name());
        return fields;
    }

    private static String extension(Recording recording) {
        int dot = recording.name().lastIndexOf('.');
        if (dot > 0 && recording.name().length() - dot <= 6) {
            return FileNames.safe(recording.name().substring(dot + 1)).isEmpty() ? "" : recording.name().substring(dot).toLowerCase(Locale.ROOT);
        }
        return recording.kind() == RecordingKind.VIDEO ? ".mp4" : recording.kind() == RecordingKind.TRANSCRIPT ? ".vtt" : "";
    }
}
