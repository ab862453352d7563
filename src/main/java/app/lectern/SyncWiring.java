package app.lectern;

import app.lectern.graph.Pauses;
import app.lectern.home.Home;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Integrations;
import app.lectern.store.Store;
import app.lectern.sync.SyncEngine;
import app.lectern.sync.SyncPart;
import app.lectern.sync.schedule.Interval;
import app.lectern.sync.schedule.MeteredNetwork;
import app.lectern.sync.schedule.Programs;
import app.lectern.sync.schedule.ScheduledRun;
import app.lectern.sync.schedule.SyncTimes;
import app.lectern.sync.schedule.SyncWatch;
import app.lectern.sync.schedule.SystemSchedule;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The engine of the sync with every feature's part, and what starts it.
final class SyncWiring implements AutoCloseable {
    final SyncEngine engine;
    final SyncTimes times;
    final SyncWatch watch;
    final SystemSchedule schedule;
    private final Start start;

    /// @param first    finds out which meetings there are; the others work on those
    /// @param expected when something new will be there to be read
    /// @param pauses   of the calls, which the task strip tells of
    SyncWiring(Start start, Programs programs, Store store, Integrations integrations, SyncPart first, List<SyncPart> others,
            Function<Integration, Optional<Instant>> expected, Pauses pauses) {
        this.start = start;
        var system = System.getProperty("os.name");
        engine = new SyncEngine(start.home(), store, start.clock(), first, others, pauses);
        times = new SyncTimes(engine, start.settings(), new MeteredNetwork(programs, system), expected, start.words().zone(), start.clock());
        watch = new SyncWatch(times, integrations::list);
        schedule = new SystemSchedule(programs, Path.of(System.getProperty("user.home")), system, start.clock());
    }

    ScheduledRun scheduled(Interval interval) {
        var usual = Home.locate(Optional.empty(), start.environment(), System.getProperty("os.name"), Path.of(System.getProperty("user.home"))).folder();
        var home = start.home().folder().toAbsolutePath().normalize();
        return new ScheduledRun(program(), home, home.equals(usual.toAbsolutePath().normalize()), interval);
    }

    /// The installed program or the launcher script says where it is; otherwise Java is started as this process was.
    private static List<String> program() {
        var installed = System.getProperty("jpackage.app-path", System.getProperty("lectern.launcher", ""));
        if (!installed.isEmpty()) {
            return List.of(installed);
        }
        var line = new ArrayList<String>();
        line.add(ProcessHandle.current().info().command().orElse("java"));
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return line;
    }

    @Override
    public void close() {
        watch.close();
    }
}
