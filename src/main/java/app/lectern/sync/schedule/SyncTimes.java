package app.lectern.sync.schedule;

import app.lectern.home.Settings;
import app.lectern.home.SettingsFile;
import app.lectern.integrations.Integration;
import app.lectern.sync.SyncEngine;
import app.lectern.sync.SyncRun;
import app.lectern.sync.SyncRun.Ending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Says whether an integration should be synced by itself now. After a run that failed as a whole the next is put off longer and
/// longer, so that a tenant that refuses is not asked every quarter of an hour.
public final class SyncTimes {
    private static final int MOST_DOUBLINGS = 4;
    private static final int LOOKED_BACK = 8;
    /// Not even what is expected makes runs follow one another faster.
    private static final Duration SOONEST = Duration.ofMinutes(5);

    private final SyncEngine engine;
    private final SettingsFile settings;
    private final MeteredNetwork network;
    private final ZoneId zone;
    private final Function<Integration, Optional<Instant>> expected;
    private final Clock clock;

    /// @param expected when there will be something new to read, where that is known: such as a report after a meeting
    public SyncTimes(SyncEngine engine, SettingsFile settings, MeteredNetwork network, Function<Integration, Optional<Instant>> expected, ZoneId zone,
            Clock clock) {
        this.engine = engine;
        this.settings = settings;
        this.network = network;
        this.expected = expected;
        this.zone = zone;
        this.clock = clock;
    }

    public enum Answer { NOW, LATER, OFF, QUIET, METERED }

    /// @param next when it is asked again, where a time is known
    public record Decision(Answer answer, Optional<Instant> next) {}

    public Decision decide(Integration of) {
        var chosen = settings.get().sync();
        if (!of.active() || chosen.everyMinutes() <= 0) {
            return new Decision(Answer.OFF, Optional.empty());
        }
        var due = due(of, Duration.ofMinutes(chosen.everyMinutes()));
        if (due.isAfter(clock.instant())) {
            return new Decision(Answer.LATER, Optional.of(due));
        }
        return new Decision(hindrance(chosen).orElse(Answer.NOW), Optional.empty());
    }

    /// What keeps a run that nobody asked for from starting at this moment.
    public Optional<Answer> hindrance() {
        return hindrance(settings.get().sync());
    }

    private Optional<Answer> hindrance(Settings.Sync chosen) {
        if (QuietHours.of(chosen.quietFrom(), chosen.quietUntil()).filter(hours -> hours.contains(clock.instant().atZone(zone))).isPresent()) {
            return Optional.of(Answer.QUIET);
        }
        return chosen.pauseWhenMetered() && network.inUse() ? Optional.of(Answer.METERED) : Optional.empty();
    }

    private Instant due(Integration of, Duration every) {
        var runs = engine.history(of, LOOKED_BACK);
        if (runs.isEmpty()) {
            return Instant.EPOCH;
        }
        int failures = failuresInARow(runs);
        var pause = every.multipliedBy(1L << Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1)));
        var last = runs.getFirst().startedAt();
        var regular = last.plus(pause);
        if (failures > 0) {
            return regular;
        }
        return expected.apply(of).map(at -> at.isBefore(last.plus(SOONEST)) ? last.plus(SOONEST) : at).filter(at -> at.isBefore(regular)).orElse(regular);
    }

    /// Of runs that ended by themselves; one that was cancelled or cut off says nothing about the tenant.
    static int failuresInARow(List<SyncRun> newestFirst) {
        int failures = 0;
        for (var run : newestFirst) {
            if (run.ending() == Ending.FAILED) {
                failures++;
            } else if (run.ending() == Ending.DONE || run.ending() == Ending.DONE_WITH_FAILURES) {
                break;
            }
        }
        return failures;
    }
}
