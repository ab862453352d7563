package app.lectern.overview;

import app.lectern.activity.CallFigures;
import app.lectern.activity.CallStatistics;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.health.CheckKind;
import app.lectern.integrations.health.CheckResult;
import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.health.HealthChecks;
import app.lectern.integrations.health.HealthReport;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.MeetingState;
import app.lectern.problems.ProblemText;
import app.lectern.sync.SyncEngine;
import app.lectern.sync.SyncFailure;
import app.lectern.sync.SyncRun;
import app.lectern.sync.schedule.SyncTimes;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Puts together what the first screen says, from the last health check and the call log.
public final class OverviewReader {
    private static final Duration FRESH = Duration.ofHours(6);

    private final Integrations integrations;
    private final HealthChecks checks;
    private final CallStatistics calls;
    private final SyncEngine sync;
    private final SyncTimes times;
    private final KnownMeetings meetings;
    private final Words words;
    private final Clock clock;

    public OverviewReader(Integrations integrations, HealthChecks checks, CallStatistics calls, SyncEngine sync, SyncTimes times,
            KnownMeetings meetings, Words words, Clock clock) {
        this.integrations = integrations;
        this.checks = checks;
        this.calls = calls;
        this.sync = sync;
        this.times = times;
        this.meetings = meetings;
        this.words = words;
        this.clock = clock;
    }

    /// What is known already, without asking Microsoft.
    public Standing known(String integration) {
        var of = integrations.find(integration);
        return standing(of, checks.last(of));
    }

    /// Whether the last check is so old that the screen should run one by itself.
    public boolean isDue(Standing standing) {
        return standing.report().map(report -> report.at().plus(FRESH).isBefore(clock.instant())).orElse(true);
    }

    /// Runs the health check now.
    public Standing checked(String integration, Progress progress) throws InterruptedException {
        var of = integrations.find(integration);
        return standing(of, Optional.of(checks.run(of, progress)));
    }

    public CallFigures figures(String integration, Duration span) {
        return calls.over(integration, span);
    }

    private Standing standing(Integration of, Optional<HealthReport> report) {
        var runs = sync.history(of, RunBarsPane.MOST);
        var credential = report.flatMap(found -> found.of(CheckKind.CREDENTIAL).stream().findFirst());
        return new Standing(
                of,
                report,
                credential.map(result -> result.facts().get("days")).filter(days -> !days.isEmpty()).map(Long::valueOf),
                credential.map(result -> result.facts().get("until")),
                attention(report, runs),
                runs,
                times.decide(of).next(),
                today(of));
    }

    private Standing.Today today(Integration of) {
        var now = clock.instant();
        var day = now.atZone(words.zone()).toLocalDate();
        var found = meetings.between(of, day.atStartOfDay(words.zone()).toInstant(), day.plusDays(1).atStartOfDay(words.zone()).toInstant()).stream()
                .filter(meeting -> meeting.state() != MeetingState.CANCELLED).toList();
        return new Standing.Today(found, meetings.invited(found), now);
    }

    /// What a check found, and what the last sync could not read, worst first.
    private List<Attention> attention(Optional<HealthReport> report, List<SyncRun> runs) {
        var all = new ArrayList<Attention>();
        report.ifPresent(found -> all.addAll(attention(found)));
        runs.stream().filter(run -> run.ending() != SyncRun.Ending.CANCELLED && run.endedAt().isPresent()).findFirst().ifPresent(run -> all.addAll(attention(run)));
        return all.stream().sorted(Comparator.comparing(Attention::urgency)).toList();
    }

    /// One line per problem, however many meetings it hit: a missing permission is not mended meeting by meeting.
    private List<Attention> attention(SyncRun run) {
        var byCode = new LinkedHashMap<String, List<SyncFailure>>();
        run.failures().forEach(failure -> byCode.computeIfAbsent(failure.facet() + "/" + failure.problem().code(), key -> new ArrayList<>()).add(failure));
        var text = new ProblemText(words);
        return byCode.values().stream().map(same -> {
            var first = same.getFirst();
            var title = same.size() == 1 ? words.text("overview.sync.failed.one", words.of(first.facet()), first.subject())
                    : words.text("overview.sync.failed.many", words.of(first.facet()), same.size());
            return new Attention(Attention.Urgency.SOON, title, text.what(first.problem()) + " " + text.next(first.problem()), Optional.of(first.problem()));
        }).toList();
    }

    private List<Attention> attention(HealthReport report) {
        return report.results().stream()
                .filter(result -> result.status() == CheckStatus.FAILED || result.status() == CheckStatus.WARNING
                        || result.status() == CheckStatus.WAITING)
                .map(this::attention)
                .sorted(Comparator.comparing(Attention::urgency))
                .toList();
    }

    private Attention attention(CheckResult result) {
        var text = new ProblemText(words);
        var urgency = switch (result.status()) {
            case FAILED -> Attention.Urgency.ERROR;
            case WARNING -> Attention.Urgency.SOON;
            default -> Attention.Urgency.ADVICE;
        };
        var title = words.named(result.text(), result.facts());
        var more = result.problem().map(problem -> text.why(problem) + " " + text.next(problem)).orElse("");
        return new Attention(urgency, title, more, result.problem());
    }
}
