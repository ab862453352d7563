package app.lectern.sync.health;

import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import app.lectern.sync.Facet;
import app.lectern.sync.SyncEngine;
import app.lectern.sync.SyncFailure;
import app.lectern.sync.SyncRun;
import app.lectern.sync.SyncRun.Ending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says how well integrations and meetings are synced.
public final class SyncHealth {
    /// How far back meetings are looked at.
    public static final Duration SPAN = Duration.ofDays(60);
    /// The schedule runs hourly or more often; a day without a good run is too long, whoever starts them.
    static final Duration FRESH = Duration.ofHours(24);
    private static final int RUNS = 60;

    private final SyncEngine engine;
    private final HeldMeetings meetings;
    private final List<HealthSource> sources;
    private final Clock clock;

    public SyncHealth(SyncEngine engine, HeldMeetings meetings, List<HealthSource> sources, Clock clock) {
        this.engine = engine;
        this.meetings = meetings;
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    public IntegrationHealth of(Integration integration) {
        var now = clock.instant();
        var runs = engine.history(integration, RUNS);
        var failures = OpenFailures.in(runs);
        var held = meetings.ended(integration, now.minus(SPAN), now);
        var looked = lookedAt(runs);
        var each = meetings(integration, held, failures, looked, now);
        var counts = new EnumMap<Facet, Map<HealthState, Integer>>(Facet.class);
        each.forEach(meeting -> meeting.facets().forEach((facet, health) ->
                counts.computeIfAbsent(facet, any -> new EnumMap<>(HealthState.class)).merge(health.state(), 1, Integer::sum)));
        var standing = standing(runs, now);
        var good = good(runs);
        // a run that ended as a whole is the integration's own failure, said by its state
        var single = standing.problem().isPresent() ? failures.stream().filter(one -> !one.problem().equals(standing.problem().get())).toList() : failures;
        return new IntegrationHealth(integration, standing.state(), standing.since(), standing.problem(), good.flatMap(SyncRun::endedAt),
                runs.stream().findFirst(), held.size(), counts, off(looked), single, each.stream().filter(MeetingHealth::isTrouble).toList().reversed());
    }

    /// One meeting of the integration, whenever it was held.
    public Optional<MeetingHealth> of(Integration integration, long meeting) {
        var runs = engine.history(integration, RUNS);
        return meetings.find(integration, meeting)
                .map(found -> meetings(integration, List.of(found), OpenFailures.in(runs), lookedAt(runs), clock.instant()).getFirst());
    }

    /// The facets of the last run over everything or all that ended; what was not allowed is not among them.
    private static Set<Facet> lookedAt(List<SyncRun> newestFirst) {
        return newestFirst.stream().filter(run -> isGood(run) && !run.scope().contains(" ")).findFirst().map(run -> run.counts().keySet()).orElse(Set.of());
    }

    private Set<Facet> off(Set<Facet> looked) {
        var off = EnumSet.noneOf(Facet.class);
        if (!looked.isEmpty()) {
            off.addAll(engine.facets());
            off.removeAll(looked);
        }
        return off;
    }

    private List<MeetingHealth> meetings(Integration of, List<HeldMeeting> held, List<OpenFailure> failures, Set<Facet> looked,
            Instant now) {
        var told = new EnumMap<Facet, Map<Long, FacetHealth>>(Facet.class);
        sources.stream().filter(source -> looked.contains(source.facet())).forEach(source -> told.computeIfAbsent(source.facet(), any -> new HashMap<>()).putAll(source.of(of, held, now)));
        failures.stream().filter(failure -> failure.meeting().isPresent()).forEach(failure -> told
                .computeIfAbsent(failure.facet(), any -> new HashMap<>())
                .merge(failure.meeting().getAsLong(), FacetHealth.failing(failure.since(), failure.problem()), (known, fails) -> fails));
        var all = new ArrayList<MeetingHealth>();
        for (var meeting : held) {
            var facets = new EnumMap<Facet, FacetHealth>(Facet.class);
            told.forEach((facet, by) -> Optional.ofNullable(by.get(meeting.id())).ifPresent(health -> facets.put(facet, health)));
            all.add(new MeetingHealth(meeting, facets));
        }
        return all;
    }

    private record Standing(HealthState state, Optional<Instant> since, Optional<Problem> problem) {}

    private static Standing standing(List<SyncRun> newestFirst, Instant now) {
        var telling = newestFirst.stream().filter(run -> run.ending() == Ending.FAILED || isGood(run)).toList();
        if (telling.isEmpty()) {
            return new Standing(HealthState.MISSING, Optional.empty(), Optional.empty());
        }
        if (telling.getFirst().ending() == Ending.FAILED) {
            var since = telling.stream().takeWhile(run -> run.ending() == Ending.FAILED).toList().getLast().startedAt();
            return new Standing(HealthState.FAILING, Optional.of(since), telling.getFirst().failures().stream().map(SyncFailure::problem).findFirst());
        }
        var last = good(newestFirst).flatMap(SyncRun::endedAt).orElseThrow();
        return new Standing(last.plus(FRESH).isBefore(now) ? HealthState.STALE : HealthState.SYNCED, Optional.of(last), Optional.empty());
    }

    private static boolean isGood(SyncRun run) {
        return run.endedAt().isPresent() && (run.ending() == Ending.DONE || run.ending() == Ending.DONE_WITH_FAILURES);
    }

    private static Optional<SyncRun> good(List<SyncRun> newestFirst) {
        return newestFirst.stream().filter(SyncHealth::isGood).findFirst();
    }
}
