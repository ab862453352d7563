package app.lectern.recordings;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.recordings.CleanUpPlan.Item;
import app.lectern.recordings.CleanUpPlan.CleanUpReason;
import app.lectern.recordings.downloads.LocalFile;
import app.lectern.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Retention on this computer: says what is old enough, and moves it to an archive or deletes it. Nothing goes before the copy
/// in the archive was read back and found right, and nothing that is the only copy is deleted.
public final class CleanUp {
    private final RecordingListStore library;
    private final RecordingsStore rows;
    private final DownloadsStore downloads;
    private final RecordingChoices choices;
    private final Passports passports;
    private final RecordingsTrail trail;
    private final Clock clock;

    public CleanUp(Store store, KnownMeetings meetings, RecordingChoices choices, RecordingsTrail trail, Clock clock) {
        this.library = new RecordingListStore(store);
        this.rows = new RecordingsStore(store);
        this.downloads = new DownloadsStore(store);
        this.choices = choices;
        this.passports = new Passports(meetings);
        this.trail = trail;
        this.clock = clock;
    }

    /// The rule of the settings, without an archive.
    public CleanUpRule usual(Integration of) {
        return new CleanUpRule(choices.of(of).cleanUpDays(), Optional.empty());
    }

    /// The dry run. Changes nothing.
    public CleanUpPlan plan(Integration of, CleanUpRule rule) {
        var before = clock.instant().minus(Duration.ofDays(rule.days()));
        var filter = ListFilter.none().states(StateFilter.ON_COMPUTER).recordedBefore(before);
        var found = library.all(of.id(), filter, new ListOrder(SortBy.DATE, false));
        var going = new ArrayList<Item>();
        var staying = new ArrayList<Item>();
        for (var recording : found) {
            var item = item(recording, rule);
            (item.reason() == CleanUpReason.GOES ? going : staying).add(item);
        }
        return new CleanUpPlan(rule, before, going, staying);
    }

    private static Item item(Recording recording, CleanUpRule rule) {
        var file = Path.of(recording.localPath());
        try {
            long bytes = Files.size(file);
            if (recording.keep()) {
                return new Item(recording, bytes, CleanUpReason.KEEP_FLAG);
            }
            boolean only = rule.archive().isEmpty() && recording.state() == RecordingState.REMOVED;
            return new Item(recording, bytes, only ? CleanUpReason.ONLY_COPY : CleanUpReason.GOES);
        } catch (IOException missing) {
            return new Item(recording, 0, CleanUpReason.FILE_MISSING);
        }
    }

    /// Does what the plan says, as far as it still holds: a keep flag that was set meanwhile is heeded.
    public CleanUpResult run(Integration of, CleanUpPlan plan, Progress progress) throws InterruptedException {
        var done = new ArrayList<Recording>();
        var failed = new LinkedHashMap<Recording, Problem>();
        var entries = new ArrayList<Map<String, Object>>();
        long bytes = 0;
        int at = 0;
        try {
            for (var planned : plan.going()) {
                progress.checkpoint();
                progress.detail(planned.recording().title());
                progress.count(at++, plan.going().size());
                var now = rows.find(planned.recording().id()).map(recording -> item(recording, plan.rule()));
                if (now.isEmpty() || now.get().reason() != CleanUpReason.GOES || !now.get().recording().local().isHere()) {
                    continue;
                }
                try {
                    entries.addAll(take(of, now.get().recording(), plan.rule(), progress));
                    done.add(now.get().recording());
                    bytes += now.get().bytes();
                } catch (ProblemException refused) {
                    failed.put(now.get().recording(), refused.problem());
                }
            }
        } finally {
            // what was archived before a cancel is listed too
            manifest(of, plan.rule(), entries);
        }
        progress.count(plan.going().size(), plan.going().size());
        return new CleanUpResult(done, bytes, failed, entries.isEmpty() ? Optional.empty() : plan.rule().archive().map(folder -> folder.resolve(Manifest.ARCHIVE)));
    }

    private void manifest(Integration of, CleanUpRule rule, List<Map<String, Object>> entries) {
        if (!entries.isEmpty() && rule.archive().isPresent()) {
            Manifest.append(rule.archive().get().resolve(Manifest.ARCHIVE), of, entries, clock.instant());
        }
    }

    /// Returns the manifest's line for what went into the archive.
    private List<Map<String, Object>> take(Integration of, Recording recording, CleanUpRule rule, Progress progress) throws InterruptedException {
        var file = Path.of(recording.localPath());
        try {
            if (rule.archive().isEmpty()) {
                remove(file);
                rows.local(recording.id(), LocalState.NONE, "");
                trail.cleanedUp(of, recording, "");
                return List.of();
            }
            var sums = LocalFile.sums(file, progress);
            var record = downloads.lastDone(recording.id());
            if (record.filter(kept -> !kept.sha256().equals(sums.sha256())).isPresent()) {
                rows.local(recording.id(), LocalState.DAMAGED, recording.localPath());
                throw Problem.of(Problem.Code.DOWNLOAD_DAMAGED).with("item", recording.title()).with("path", file.toString()).raise();
            }
            var copy = LocalFile.copy(file, rule.archive().get().resolve(below(of, file)), file.getFileName().toString(), progress);
            if (!LocalFile.sums(copy, progress).equals(sums)) {
                Files.deleteIfExists(copy);
                throw Problem.of(Problem.Code.DOWNLOAD_DAMAGED).with("item", recording.title()).with("path", copy.toString()).raise();
            }
            if (Files.exists(Passports.beside(file))) {
                LocalFile.replace(Passports.beside(copy), Files.readAllBytes(Passports.beside(file)));
            }
            rows.local(recording.id(), LocalState.ARCHIVED, copy.toString());
            remove(file);
            trail.cleanedUp(of, recording, copy.toString());
            var entry = record.map(kept -> passports.entry(of, recording, kept)).orElseGet(() -> new LinkedHashMap<>(Map.of("title", recording.title())));
            entry.put("file", rule.archive().get().relativize(copy).toString().replace('\\', '/'));
            entry.put("size", sums.size());
            entry.put("sha256", sums.sha256());
            return List.of(entry);
        } catch (IOException refused) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(refused);
        }
    }

    private static void remove(Path file) throws IOException {
        Files.delete(file);
        Files.deleteIfExists(Passports.beside(file));
    }

    /// The folders below the downloads folder stay the same in the archive.
    private Path below(Integration of, Path file) {
        var base = choices.folder(of).toAbsolutePath().normalize();
        var folder = file.toAbsolutePath().normalize().getParent();
        return folder.startsWith(base) ? base.relativize(folder) : Path.of("");
    }
}
