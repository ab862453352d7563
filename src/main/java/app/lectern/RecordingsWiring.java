package app.lectern;

import app.lectern.accounts.AccountVerifier;
import app.lectern.activity.AuditDeed;
import app.lectern.activity.AuditNote;
import app.lectern.activity.AuditTrail;
import app.lectern.activity.LogLevel;
import app.lectern.attendance.Attendance;
import app.lectern.attendance.Standing;
import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.home.Settings;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.integrations.Integrations;
import app.lectern.problems.Problem;
import app.lectern.recordings.CleanUp;
import app.lectern.recordings.DownloadLedger;
import app.lectern.recordings.DownloadQueue;
import app.lectern.recordings.DownloadRecord;
import app.lectern.recordings.DriveSpace;
import app.lectern.recordings.LocalCopies;
import app.lectern.recordings.Manifest;
import app.lectern.recordings.Recording;
import app.lectern.recordings.RecordingChoices;
import app.lectern.recordings.RecordingList;
import app.lectern.recordings.RecordingListFile;
import app.lectern.recordings.RecordingWords;
import app.lectern.recordings.RecordingsCommand;
import app.lectern.recordings.RecordingsLibrary;
import app.lectern.recordings.RecordingsReading;
import app.lectern.recordings.RecordingsSync;
import app.lectern.recordings.RecordingsTrail;
import app.lectern.recordings.TenantDeletion;
import app.lectern.recordings.TranscriptCommand;
import app.lectern.recordings.WhyNoRecording;
import app.lectern.recordings.downloads.Limits;
import app.lectern.recordings.screen.RecordingsDesk;
import app.lectern.store.Store;
import app.lectern.sync.Checkpoints;
import app.lectern.sync.SyncEngine;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncScope;
import app.lectern.sync.SyncTally;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.util.Optional;

/// The services of the room `recordings`, constructed and connected.
final class RecordingsWiring implements AutoCloseable {
    final RecordingsSync sync;
    final RecordingChoices choices;
    final RecordingList list;
    final RecordingsLibrary library;
    final DownloadQueue queue;
    final DownloadLedger ledger;
    final RecordingWords words;
    final LocalCopies copies;
    final CleanUp cleanUp;
    final TenantDeletion tenantDeletion;
    final DriveSpace space;
    final Manifest manifest;
    final WhyNoRecording why;
    private final Words texts;
    private final MeetingsWiring meetings;

    /// The rooms that recordings stand on.
    record Neighbours(Integrations integrations, IntegrationAccess access, AccountVerifier accounts, MeetingsWiring meetings, Attendance attendance,
            AuditTrail audit, Checkpoints checkpoints) {}

    RecordingsWiring(Start start, Store store, Neighbours with) {
        var clock = start.clock();
        var zone = start.words().zone();
        var trail = new NotedRecordings(with.audit(), start.words());
        meetings = with.meetings();
        texts = start.words();
        sync = new RecordingsSync(meetings.known, meetings.ids, meetings.ofChannels, with.checkpoints(), with.access()::session, store, clock, zone);
        choices = new RecordingChoices(store, () -> folder(start.settings().get().downloads()), () -> limits(start.settings().get().downloads()));
        list = new RecordingList(store);
        library = new RecordingsLibrary(store, meetings.known, choices, trail, clock);
        queue = new DownloadQueue(new DownloadQueue.Parts(store, with.access()::session, with.integrations()::find, meetings.known, choices, trail,
                () -> Optional.of(with.audit().person()).filter(name -> !name.isBlank()).orElseGet(() -> System.getProperty("user.name", "")), zone, clock));
        ledger = new DownloadLedger(store, start.words());
        words = new RecordingWords(store, with.access()::session, zone, clock);
        copies = new LocalCopies(store);
        cleanUp = new CleanUp(store, meetings.known, choices, trail, clock);
        tenantDeletion = new TenantDeletion(store, choices, with.access()::session, trail, zone, clock);
        space = new DriveSpace(store, choices);
        manifest = new Manifest(store, meetings.known, clock);
        why = new WhyNoRecording(new WhyNoRecording.Parts(store, meetings.known, meetings.ids, with.access()::session, with.accounts()::fresh,
                (of, meeting) -> people(with.attendance(), of, meeting), choices, start.words(), clock));
        start.settings().watch((before, now) -> {
            if (!before.downloads().equals(now.downloads())) {
                queue.limitsChanged();
            }
        });
        with.integrations().keeps(KeptData.cascading("local-data.recordings", library::count));
    }

    private static Path folder(Settings.Downloads chosen) {
        return chosen.folder().isBlank() ? Path.of(System.getProperty("user.home"), "Downloads", "Lectern") : Path.of(chosen.folder());
    }

    private static Limits limits(Settings.Downloads chosen) {
        return new Limits(chosen.atOnce(), chosen.perFile(), chosen.atOnce() * chosen.perFile(), chosen.bytesPerSecond(), Limits.POLITE.patience());
    }

    private static Optional<Integer> people(Attendance attendance, Integration of, long meeting) {
        var line = attendance.of(of, meeting).line();
        if (line.standing() == Standing.KNOWN) {
            return Optional.of(line.figures().joined());
        }
        return line.verdict().filter(verdict -> verdict == Verdict.NOBODY_JOINED).map(nobody -> 0);
    }

    /// Everything goes the way of the whole sync, which finds the meetings first; single meetings are asked for at once.
    RecordingsReading reading(SyncEngine engine) {
        return (in, scope, force, progress) -> {
            sync.require(in);
            if (scope instanceof SyncScope.Everything) {
                var run = engine.run(new SyncOrder(in, scope, force), progress);
                return RecordingsReading.Outcome.of(run.counts(), run.failures());
            }
            var tally = new SyncTally();
            sync.sync(new SyncOrder(in, scope, force), tally, progress);
            return RecordingsReading.Outcome.of(tally.counts(), tally.failures());
        };
    }

    RecordingsDesk desk() {
        return new RecordingsDesk(list, new RecordingListFile(list, texts), library, queue, ledger, words, copies, cleanUp, tenantDeletion, space, manifest, why,
                choices, meetings.known);
    }

    RecordingsCommand.Parts forCommand(SyncEngine engine, Integration integration) {
        return new RecordingsCommand.Parts(integration, list, library, reading(engine), queue, ledger, copies, cleanUp, why, manifest, meetings.known);
    }

    TranscriptCommand.Parts forTranscripts(Integration integration) {
        return new TranscriptCommand.Parts(integration, library, words);
    }

    @Override
    public void close() {
        queue.close();
    }

    /// Notes in the audit trail what people do with recordings.
    private record NotedRecordings(AuditTrail audit, Words words) implements RecordingsTrail {
        @Override
        public void downloaded(Integration in, DownloadRecord record) {
            audit.note(AuditNote.of(AuditDeed.RECORDING_DOWNLOADED, record.title()).in(in.key()).id(Long.toString(record.recording()))
                    .outcome(record.path().map(Path::toString).orElse("")));
        }

        @Override
        public void failed(Integration in, Recording recording, Problem problem) {
            audit.note(note(AuditDeed.RECORDING_DOWNLOADED, in, recording).level(LogLevel.WARNING).failed(problem));
        }

        @Override
        public void kept(Integration in, Recording recording) {
            audit.note(note(AuditDeed.RECORDING_CHANGED, in, recording).outcome(words.text(recording.keep() ? "recordings.kept" : "recordings.unkept")));
        }

        @Override
        public void matched(Integration in, Recording recording) {
            audit.note(note(AuditDeed.RECORDING_CHANGED, in, recording).outcome(recording.meetingTitle().isEmpty() ? words.text("recordings.unmatched")
                    : words.text("recordings.given", recording.meetingTitle())));
        }

        @Override
        public void cleanedUp(Integration in, Recording recording, String where) {
            audit.note(note(AuditDeed.RECORDING_CLEANED_UP, in, recording).outcome(where.isEmpty() ? words.text("recordings.copy-deleted") : where));
        }

        @Override
        public void deletedInTenant(Integration in, Recording recording) {
            audit.note(note(AuditDeed.RECORDING_REMOVED, in, recording).level(LogLevel.WARNING).outcome(words.text("recordings.deleted-in-tenant")));
        }

        private static AuditNote note(AuditDeed deed, Integration in, Recording recording) {
            return AuditNote.of(deed, recording.title()).in(in.key()).id(Long.toString(recording.id()));
        }
    }
}
