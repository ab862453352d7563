package app.lectern.sync.alerts;

import app.lectern.integrations.Integration;
import app.lectern.problems.ProblemText;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncEngine;
import app.lectern.sync.SyncRun;
import app.lectern.sync.health.HealthState;
import app.lectern.sync.health.IntegrationHealth;
import app.lectern.sync.health.MeetingHealth;
import app.lectern.sync.health.SyncHealth;
import app.lectern.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the health of the syncs is worth telling: runs that fail again and again, things that keep failing, and meetings that
/// should have a recording and have none.
public final class SyncAlerts implements AlertSource {
    /// One failed run may be anything; the second in a row is told.
    static final int RUNS = 2;
    /// A single thing may be refused for a while without harm.
    static final int TIMES = 3;
    /// Whoever did nothing about a missing recording for so long knows.
    private static final Duration RECENT = Duration.ofDays(14);
    private static final int MOST = 20;

    private final SyncHealth health;
    private final SyncEngine engine;
    private final Words words;
    private final ProblemText problems;

    public SyncAlerts(SyncHealth health, SyncEngine engine, Words words) {
        this.health = health;
        this.engine = engine;
        this.words = words;
        this.problems = new ProblemText(words);
    }

    @Override
    public List<AlertFinding> find(Integration of, Instant now) {
        var found = health.of(of);
        var all = new ArrayList<AlertFinding>();
        failing(of, found).ifPresent(all::add);
        found.troubles().stream().filter(meeting -> isUnrecorded(meeting, now)).limit(MOST).forEach(meeting -> all.add(new AlertFinding(
                AlertCause.RECORDING_MISSING, Long.toString(meeting.meeting().id()), Map.of("subject", meeting.meeting().subject(),
                        "when", words.when(meeting.meeting().start()), "organiser", meeting.meeting().organiserName()))));
        return all;
    }

    private Optional<AlertFinding> failing(Integration of, IntegrationHealth found) {
        if (found.state() == HealthState.FAILING) {
            long times = engine.history(of, 10).stream().filter(run -> run.ending() != SyncRun.Ending.CANCELLED && run.ending() != SyncRun.Ending.CUT_OFF)
                    .takeWhile(run -> run.ending() == SyncRun.Ending.FAILED).count();
            return times < RUNS ? Optional.empty() : Optional.of(failing(of, found.since().map(words::when).orElse(""),
                    found.problem().map(problems::what).orElse("")));
        }
        var lasting = found.failures().stream().filter(failure -> failure.times() >= TIMES).toList();
        return lasting.isEmpty() ? Optional.empty() : Optional.of(failing(of, words.when(lasting.getLast().since()),
                lasting.getFirst().subject() + ": " + problems.what(lasting.getFirst().problem())));
    }

    private static AlertFinding failing(Integration of, String since, String why) {
        return new AlertFinding(AlertCause.SYNC_FAILING, "", Map.of("name", of.name(), "since", since, "why", why));
    }

    private static boolean isUnrecorded(MeetingHealth meeting, Instant now) {
        var recordings = meeting.facets().get(Facet.RECORDINGS);
        return recordings != null && recordings.state() == HealthState.MISSING && meeting.meeting().end().isAfter(now.minus(RECENT));
    }
}
