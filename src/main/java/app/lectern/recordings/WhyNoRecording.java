package app.lectern.recordings;

import app.lectern.accounts.AccountReason;
import app.lectern.accounts.AccountReport;
import app.lectern.accounts.Check;
import app.lectern.accounts.Finding;
import app.lectern.accounts.Outcome;
import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingIds;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.store.Store;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Finds out why a meeting has no recording. Asks Microsoft what can be asked, and reasons about what cannot, such as the meeting
/// policy, from what else the organiser recorded. Only reads.
public final class WhyNoRecording {
    private static final Duration USUAL = Duration.ofMinutes(20);
    private static final Duration SLOW = Duration.ofHours(2);
    private static final Duration LATEST = Duration.ofHours(24);
    private static final Duration LOOKED_BACK = Duration.ofDays(60);

    /// How an account stands, asked now.
    public interface Accounts {
        AccountReport look(Integration of, String address, Progress progress) throws InterruptedException;
    }

    /// How many people a report says were there; empty without a report.
    public interface Attended {
        Optional<Integer> people(Integration of, long meeting);
    }

    /// What it asks.
    public record Parts(Store store, KnownMeetings meetings, MeetingIds ids, Function<Integration, GraphSession> sessions, Accounts accounts,
            Attended attended, RecordingChoices choices, Words words, Clock clock) {}

    private final Parts with;
    private final RecordingsStore recordings;

    public WhyNoRecording(Parts with) {
        this.with = with;
        this.recordings = new RecordingsStore(with.store());
    }

    public WhyAnswer ask(Integration of, Meeting meeting, Progress progress) throws InterruptedException {
        var settled = settled(of, meeting);
        if (settled.isPresent()) {
            return new WhyAnswer(meeting, List.of(settled.get()));
        }
        var reasons = new ArrayList<WhyReason>();
        progress.count(0, 3);
        var asked = askedOfTeams(of, meeting, progress);
        if (asked.kind() == WhyKind.THERE) {
            return new WhyAnswer(meeting, List.of(asked));
        }
        reasons.add(asked);
        progress.count(1, 3);
        reasons.addAll(account(of, meeting, progress));
        progress.count(2, 3);
        reasons.add(joined(of, meeting));
        reasons.add(processing(meeting));
        reasons.add(policy(of, meeting));
        meeting.records().filter(records -> !records).ifPresent(off -> reasons.add(WhyReason.of(WhyKind.NOT_SWITCHED_ON, WhyWeight.LIKELY, "why.by-hand")));
        reasons.sort(Comparator.comparing(WhyReason::weight).thenComparing(WhyReason::kind));
        progress.count(3, 3);
        return new WhyAnswer(meeting, List.copyOf(reasons));
    }

    private Optional<WhyReason> settled(Integration of, Meeting meeting) {
        var known = recordings.ofMeeting(meeting.id()).stream().filter(one -> one.kind() == RecordingKind.VIDEO).toList();
        if (known.stream().anyMatch(one -> one.state() == RecordingState.AVAILABLE)) {
            return Optional.of(WhyReason.of(WhyKind.THERE, WhyWeight.CERTAIN, "why.there"));
        }
        var removed = known.stream().filter(one -> one.state() == RecordingState.REMOVED).findFirst();
        if (removed.isPresent()) {
            boolean expired = Duration.between(removed.get().recordedAt(), removed.get().removedAt().orElse(with.clock().instant()))
                    .compareTo(with.choices().of(of).tenantKeeps().minusDays(1)) >= 0;
            return Optional.of(WhyReason.of(WhyKind.REMOVED, WhyWeight.CERTAIN, expired ? "why.expired" : "why.removed")
                    .with(Map.of("when", removed.get().removedAt().map(with.words()::fullDate).orElse(""))));
        }
        return meeting.endedBy(with.clock().instant()) ? Optional.empty()
                : Optional.of(WhyReason.of(WhyKind.NOT_ENDED, WhyWeight.CERTAIN, "why.not-ended").with(Map.of("when", with.words().fullDate(meeting.end()))));
    }

    /// Whether Teams lets its recordings be read, and has one that no sync has brought yet.
    private WhyReason askedOfTeams(Integration of, Meeting meeting, Progress progress) throws InterruptedException {
        try {
            var resolved = with.ids().resolve(of, List.of(meeting), progress);
            if (resolved.meetings().isEmpty()) {
                return resolved.refused().values().stream().findFirst().map(WhyNoRecording::refused)
                        .orElseGet(() -> WhyReason.of(WhyKind.PERMISSION, WhyWeight.UNKNOWN, "why.no-link"));
            }
            var found = new RecordingsGraph(with.sessions().apply(of), with.words().zone()).recordings(resolved.meetings().getFirst(), progress);
            boolean there = found.stream().anyMatch(seen -> meeting.distance(seen.recordedAt()).compareTo(SLOW) <= 0);
            return there ? WhyReason.of(WhyKind.THERE, WhyWeight.CERTAIN, "why.not-synced") : WhyReason.of(WhyKind.PERMISSION, WhyWeight.RULED_OUT, "why.readable");
        } catch (ProblemException refused) {
            return refused(refused.problem());
        }
    }

    private static WhyReason refused(Problem problem) {
        var reason = switch (problem.code()) {
            case PERMISSION_MISSING, PERMISSION_NOT_OFFERED, CONSENT_MISSING, ACCESS_POLICY_MISSING, NOT_ORGANISER ->
                    WhyReason.of(WhyKind.PERMISSION, WhyWeight.CERTAIN, "why.not-allowed");
            case MEETING_WITHOUT_CALENDAR -> WhyReason.of(WhyKind.PERMISSION, WhyWeight.CERTAIN, "why.link-only");
            case CHANNEL_MEETING -> WhyReason.of(WhyKind.PERMISSION, WhyWeight.LIKELY, "why.channel");
            default -> WhyReason.of(WhyKind.PERMISSION, WhyWeight.UNKNOWN, "why.not-answered");
        };
        return reason.met(problem);
    }

    private List<WhyReason> account(Integration of, Meeting meeting, Progress progress) throws InterruptedException {
        if (meeting.organiser().address().isEmpty()) {
            return List.of();
        }
        try {
            var report = with.accounts().look(of, meeting.organiser().address(), progress);
            return List.of(licence(report), storage(report));
        } catch (ProblemException refused) {
            return List.of(WhyReason.of(WhyKind.LICENCE, WhyWeight.UNKNOWN, "why.not-answered").met(refused.problem()),
                    WhyReason.of(WhyKind.STORAGE_FULL, WhyWeight.UNKNOWN, "why.not-answered").met(refused.problem()));
        }
    }

    private WhyReason licence(AccountReport report) {
        var teams = report.finding(Check.TEAMS_PLAN);
        var files = report.finding(Check.FILES_PLAN);
        var drive = report.finding(Check.DRIVE);
        if (teams.filter(found -> found.outcome() == Outcome.FAILS).isPresent()) {
            return said(WhyKind.LICENCE, WhyWeight.CERTAIN, teams.get());
        }
        if (drive.filter(found -> found.outcome() == Outcome.FAILS && found.reason() != AccountReason.DRIVE_FULL).isPresent()) {
            return said(WhyKind.LICENCE, WhyWeight.LIKELY, drive.get());
        }
        if (files.filter(found -> found.outcome() == Outcome.FAILS).isPresent()) {
            return said(WhyKind.LICENCE, WhyWeight.LIKELY, files.get());
        }
        boolean known = teams.filter(found -> found.outcome() != Outcome.UNKNOWN && found.outcome() != Outcome.SKIPPED).isPresent();
        return WhyReason.of(WhyKind.LICENCE, known ? WhyWeight.RULED_OUT : WhyWeight.UNKNOWN, known ? "why.licensed" : "why.not-answered");
    }

    private WhyReason storage(AccountReport report) {
        var drive = report.finding(Check.DRIVE);
        if (drive.isEmpty() || drive.get().outcome() == Outcome.UNKNOWN || drive.get().outcome() == Outcome.SKIPPED) {
            return WhyReason.of(WhyKind.STORAGE_FULL, WhyWeight.UNKNOWN, "why.not-answered");
        }
        return switch (drive.get().reason()) {
            case DRIVE_FULL -> said(WhyKind.STORAGE_FULL, WhyWeight.LIKELY, drive.get());
            case DRIVE_NEARLY_FULL -> said(WhyKind.STORAGE_FULL, WhyWeight.POSSIBLE, drive.get());
            default -> WhyReason.of(WhyKind.STORAGE_FULL, WhyWeight.RULED_OUT, "why.room");
        };
    }

    /// In the words of the account check.
    private static WhyReason said(WhyKind kind, WhyWeight weight, Finding finding) {
        return WhyReason.of(kind, weight, "account-reason." + finding.reason().id()).with(finding.facts());
    }

    private WhyReason joined(Integration of, Meeting meeting) {
        return with.attended().people(of, meeting.id()).map(people -> people == 0 ? WhyReason.of(WhyKind.NOBODY_JOINED, WhyWeight.CERTAIN, "why.nobody")
                : WhyReason.of(WhyKind.NOBODY_JOINED, WhyWeight.RULED_OUT, "why.somebody").with(Map.of("count", with.words().count(people))))
                .orElseGet(() -> WhyReason.of(WhyKind.NOBODY_JOINED, WhyWeight.UNKNOWN, "why.no-report"));
    }

    private WhyReason processing(Meeting meeting) {
        var since = Duration.between(meeting.end(), with.clock().instant());
        if (since.compareTo(LATEST) > 0) {
            return WhyReason.of(WhyKind.PROCESSING, WhyWeight.RULED_OUT, "why.too-late");
        }
        var weight = since.compareTo(USUAL) <= 0 ? WhyWeight.CERTAIN : since.compareTo(SLOW) <= 0 ? WhyWeight.LIKELY : WhyWeight.POSSIBLE;
        return WhyReason.of(WhyKind.PROCESSING, weight, "why.processing").with(Map.of("since", with.words().span(since)));
    }

    /// The policy itself cannot be read over Graph; what the organiser's other meetings left behind tells of it.
    private WhyReason policy(Integration of, Meeting meeting) {
        var now = with.clock().instant();
        var others = with.meetings().ofOrganiser(of, meeting.organiser().objectId(), now.minus(LOOKED_BACK), now).stream()
                .filter(one -> one.id() != meeting.id() && one.endedBy(now.minus(SLOW))).toList();
        long recorded = others.stream().filter(one -> recordings.ofMeeting(one.id()).stream().anyMatch(found -> found.kind() == RecordingKind.VIDEO
                && found.state() != RecordingState.PROCESSING)).count();
        long wanted = others.stream().filter(one -> one.records().orElse(false)).count();
        if (recorded > 0) {
            return WhyReason.of(WhyKind.POLICY, WhyWeight.RULED_OUT, "why.others-recorded").with(Map.of("count", with.words().count(recorded)));
        }
        return wanted > 0 ? WhyReason.of(WhyKind.POLICY, WhyWeight.LIKELY, "why.none-recorded").with(Map.of("count", with.words().count(wanted)))
                : WhyReason.of(WhyKind.POLICY, WhyWeight.POSSIBLE, "why.policy-unknown");
    }
}
