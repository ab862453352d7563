package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.meetings.KnownMeetings;
import app.lectern.problems.Problem;
import app.lectern.recordings.downloads.LocalFile;
import app.lectern.store.Store;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The list that links recordings to meetings, and to files, for other systems.
public final class Manifest {
    static final String ARCHIVE = "lectern-manifest.json";

    private final RecordingListStore library;
    private final DownloadsStore downloads;
    private final Passports passports;
    private final Clock clock;

    public Manifest(Store store, KnownMeetings meetings, Clock clock) {
        this.library = new RecordingListStore(store);
        this.downloads = new DownloadsStore(store);
        this.passports = new Passports(meetings);
        this.clock = clock;
    }

    /// Writes everything that a filter finds; returns how many.
    public int export(Integration of, ListFilter filter, Path file) {
        var entries = new ArrayList<Map<String, Object>>();
        for (var recording : library.all(of.id(), filter, ListOrder.NEWEST)) {
            var record = downloads.lastDone(recording.id());
            var entry = record.map(done -> passports.entry(of, recording, done)).orElseGet(() -> passports.unfetched(of, recording));
            entry.put("id", recording.id());
            entry.put("state", recording.state().name().toLowerCase(java.util.Locale.ROOT));
            if (recording.local().isHere() || recording.local() == LocalState.ARCHIVED) {
                entry.put("path", recording.localPath());
            }
            entries.add(entry);
        }
        write(file, document(of, entries, clock.instant()));
        return entries.size();
    }

    /// Adds to the list of an archive. One that cannot be read is kept under another name, never overwritten.
    static void append(Path file, Integration of, List<Map<String, Object>> entries, Instant now) {
        var fresh = document(of, entries, now);
        try {
            if (Files.exists(file)) {
                var before = Passports.JSON.readTree(Files.readAllBytes(file));
                if (before instanceof ObjectNode known && known.get("recordings") instanceof ArrayNode list) {
                    list.addAll((ArrayNode) fresh.get("recordings"));
                    known.put("writtenAt", now.toString());
                    fresh = known;
                } else {
                    Files.move(file, file.resolveSibling(file.getFileName() + "." + now.getEpochSecond()));
                }
            }
        } catch (com.fasterxml.jackson.core.JacksonException unreadable) {
            aside(file, now);
        } catch (IOException refused) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(refused);
        }
        write(file, fresh);
    }

    private static void aside(Path file, Instant now) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + "." + now.getEpochSecond()));
        } catch (IOException refused) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(refused);
        }
    }

    private static ObjectNode document(Integration of, List<Map<String, Object>> entries, Instant now) {
        var document = new LinkedHashMap<String, Object>();
        document.put("integration", of.name());
        document.put("tenant", of.tenant());
        document.put("simulated", of.isSimulated());
        document.put("writtenAt", now.toString());
        document.put("recordings", entries);
        return Passports.JSON.valueToTree(document);
    }

    private static void write(Path file, ObjectNode document) {
        try {
            LocalFile.replace(file, Passports.JSON.writeValueAsBytes(document));
        } catch (IOException refused) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(refused);
        }
    }
}
