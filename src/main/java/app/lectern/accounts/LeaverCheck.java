package app.lectern.accounts;

import app.lectern.accounts.LeaverReport.Part;
import app.lectern.accounts.LeaverReport.Unseen;
import app.lectern.graph.GraphSession;
import app.lectern.graph.Sleeper;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// Says what is lost when an account goes, and hands it over: recordings to a folder, meetings to another organiser. The
/// account itself, its old meetings and its files are left as they are.
public final class LeaverCheck {
    private static final int BUFFER = 1 << 16;

    private final AccountVerifier verifier;
    private final LeaverGraph graph;
    private final LeaverStore store;
    private final Clock clock;

    public LeaverCheck(AccountVerifier verifier, Function<Integration, GraphSession> sessions, Store store, Clock clock, Sleeper sleeper) {
        this.verifier = verifier;
        this.graph = new LeaverGraph(sessions, sleeper);
        this.store = new LeaverStore(store);
        this.clock = clock;
    }

    /// A disabled account is looked at like any other: it is usually disabled before somebody thinks of its meetings.
    public LeaverReport examine(Integration integration, String address, Progress progress) throws InterruptedException {
        var report = verifier.fresh(integration, address, progress);
        var account = report.account().orElseThrow(() -> Problem.of(Problem.Code.USER_UNKNOWN)
                .with("account", report.address()).with("tenant", integration.name()).raise());
        var now = clock.instant();
        var unseen = new ArrayList<Unseen>();
        progress.checkpoint();
        var meetings = seen(Part.MEETINGS, unseen, () -> graph.meetings(integration, account, now,
                now.atZone(ZoneOffset.UTC).plusMonths(LeaverReport.MONTHS_AHEAD).toInstant(), progress));
        progress.checkpoint();
        var recordings = seen(Part.RECORDINGS, unseen, () -> graph.recordings(integration, account, progress));
        return new LeaverReport(report, meetings, recordings, unseen, now);
    }

    private static <T> List<T> seen(Part part, List<Unseen> unseen, Supplier<List<T>> look) {
        try {
            return look.get();
        } catch (ProblemException refused) {
            // no mailbox, no meetings: that is an answer
            if (refused.problem().code() != Problem.Code.MAILBOX_MISSING) {
                unseen.add(new Unseen(part, refused.problem()));
            }
            return List.of();
        }
    }

    /// Copies every recording into the folder. One that is there already with the right size is not fetched again, and a
    /// file appears under its name only when it is whole.
    public List<LeaverReport.Step> copyRecordings(Integration integration, LeaverReport report, Path folder, Progress progress)
            throws InterruptedException {
        var steps = new ArrayList<LeaverReport.Step>();
        long done = 0;
        for (var recording : report.recordings()) {
            progress.checkpoint();
            progress.detail(recording.name());
            var target = folder.resolve(safeName(recording.name()));
            try {
                Files.createDirectories(folder);
                if (!Files.exists(target) || Files.size(target) != recording.size()) {
                    fetch(integration, recording, target, done, report.bytes(), progress);
                }
                steps.add(LeaverReport.Step.done(recording.name(), target.toString()));
            } catch (ProblemException refused) {
                steps.add(LeaverReport.Step.failed(recording.name(), refused.problem()));
            } catch (IOException failure) {
                steps.add(LeaverReport.Step.failed(recording.name(), Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", folder.toString())));
            }
            done += recording.size();
            progress.bytes(done, report.bytes());
        }
        return steps;
    }

    private void fetch(Integration integration, LeaverReport.Recording recording, Path target, long before, long all, Progress progress)
            throws IOException, InterruptedException {
        var part = target.resolveSibling(target.getFileName() + ".part");
        try (var fetched = graph.bytes(integration, recording); var out = Files.newOutputStream(part)) {
            if (!(fetched instanceof app.lectern.graph.Fetched.Whole whole)) {
                throw Problem.of(Problem.Code.ANSWER_UNREADABLE).raise();
            }
            copy(integration, recording, whole.bytes(), out, before, all, progress);
        }
        if (recording.size() >= 0 && Files.size(part) != recording.size()) {
            throw Problem.of(Problem.Code.CONNECTION_LOST).raise();
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private void copy(Integration integration, LeaverReport.Recording recording, java.io.InputStream in, OutputStream out, long before,
            long all, Progress progress) throws IOException, InterruptedException {
        var buffer = new byte[BUFFER];
        long copied = 0;
        while (true) {
            progress.checkpoint();
            int read;
            try {
                read = in.read(buffer);
            } catch (IOException broken) {
                throw graph.raised(integration, broken, recording);
            }
            if (read < 0) {
                return;
            }
            out.write(buffer, 0, read);
            copied += read;
            progress.bytes(before + copied, all);
        }
    }

    /// A title may hold what no file system takes.
    private static String safeName(String name) {
        var safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").replaceAll("^\\.+", "_");
        return safe.isBlank() ? "recording" : safe;
    }

    /// Makes each meeting anew under the other organiser, who must be able to organise. Written down before it is sent, so
    /// that a second run after a crash neither loses a meeting nor makes it twice.
    public List<LeaverReport.Step> moveMeetings(Integration integration, LeaverReport report, String newOrganiser, Progress progress)
            throws InterruptedException {
        var from = report.account().account().orElseThrow();
        var heir = verifier.fresh(integration, newOrganiser, progress);
        var chain = EmailChain.of(List.of(new EmailChain.Candidate(
                EmailChain.Role.SERVICE_ACCOUNT, heir.address(), java.util.Optional.of(heir))));
        var to = chain.organiser().account().orElseThrow();
        if (to.objectId().equals(from.objectId())) {
            throw Problem.of(Problem.Code.INPUT_WRONG).with("field", heir.address()).with("reason", "@leaver.same-account").raise();
        }
        var steps = new ArrayList<LeaverReport.Step>();
        for (var meeting : report.meetings()) {
            progress.checkpoint();
            progress.detail(meeting.subject());
            steps.add(moved(integration, from, to, meeting));
            progress.count(steps.size(), report.meetings().size());
        }
        return steps;
    }

    private LeaverReport.Step moved(Integration integration, Account from, Account to, LeaverReport.Meeting meeting) {
        var key = meeting.eventId() + " to " + to.objectId();
        var transaction = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
        var before = store.planned(integration.id(), from.objectId(), meeting.eventId(), to.objectId(), transaction, clock.instant());
        if (before.isPresent()) {
            return LeaverReport.Step.done(meeting.subject(), before.get());
        }
        try {
            var link = graph.moved(integration, from, to, meeting, transaction);
            store.done(integration.id(), meeting.eventId(), to.objectId(), link);
            return LeaverReport.Step.done(meeting.subject(), link);
        } catch (ProblemException refused) {
            return LeaverReport.Step.failed(meeting.subject(), refused.problem());
        }
    }
}
