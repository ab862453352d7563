package app.lectern.overview;

import app.lectern.activity.CallFigures;
import app.lectern.activity.CallStatistics;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.health.CheckKind;
import app.lectern.integrations.health.HealthChecks;
import app.lectern.integrations.health.HealthReport;
import app.lectern.jobs.Progress;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.CreationFigures;
import app.lectern.meetings.planning.MeetingScheduler;
import app.lectern.meetings.planning.PastCreation;
import app.lectern.recordings.RecordingAlerts;
import app.lectern.sync.SyncEngine;
import app.lectern.sync.SyncRun;
import app.lectern.sync.schedule.SyncTimes;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final MeetingScheduler scheduler;
    private final RecordingAlerts recordings;
    private final Words words;
    private final Clock clock;

    public OverviewReader(Integrations integrations, HealthChecks checks, CallStatistics calls, SyncEngine sync, SyncTimes times,
            KnownMeetings meetings, MeetingScheduler scheduler, RecordingAlerts recordings, Words words, Clock clock) {
        this.integrations = integrations;
        this.checks = checks;
        this.calls = calls;
        this.sync = sync;
        this.times = times;
        this.meetings = meetings;
        this.scheduler = scheduler;
        this.recordings = recordings;
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

    public CreationFigures creation(String integration, Duration span) {
        return scheduler.figures(integrations.find(integration), span);
    }

    /// What the figures of creation count.
    public List<PastCreation> creations(String integration, Duration span) {
        return scheduler.creations(integrations.find(integration), span);
    }

    private Standing standing(Integration of, Optional<HealthReport> report) {
        var runs = sync.history(of, RunBarsPane.MOST);
        var credential = report.flatMap(found -> found.of(CheckKind.CREDENTIAL).stream().findFirst());
        return new Standing(
                of,
                report,
                credential.map(result -> result.facts().get("days")).filter(days -> !days.isEmpty()).map(Long::valueOf),
                credential.map(result -> result.facts().get("until")),
                attention(of, report, runs),
                runs,
                times.decide(of).next(),
                today(of),
                recordings.waiting(of, clock.instant()));
    }

    private Standing.Today today(Integration of) {
        var now = clock.instant();
        var day = now.atZone(words.zone()).toLocalDate();
        var found = meetings.between(of, day.atStartOfDay(words.zone()).toInstant(), day.plusDays(1).atStartOfDay(words.zone()).toInstant()).stream()
                .filter(meeting -> meeting.state() != MeetingState.CANCELLED).toList();
        return new Standing.Today(found, meetings.invited(found), now);
    }

    /// What a check found, and what the last sync could not read, worst first.
    /// An integration without its secret is told of at once and on every integration's screen, for nobody chooses one that cannot work.
    private List<Attention> attention(Integration of, Optional<HealthReport> report, List<SyncRun> runs) {
        var rules = new AttentionRules(words);
        var all = new ArrayList<Attention>();
        integrations.list().forEach(each -> integrations.missingSecret(each).ifPresent(kind -> all.add(rules.without(each, kind))));
        boolean knownWhy = integrations.missingSecret(of).isPresent();
        report.filter(found -> !knownWhy).ifPresent(found -> all.addAll(rules.of(found)));
        runs.stream().filter(run -> run.ending() != SyncRun.Ending.CANCELLED && run.endedAt().isPresent()).findFirst().ifPresent(run -> all.addAll(rules.of(run)));
        return all.stream().sorted(Comparator.comparing(Attention::urgency)).toList();
    }
}
