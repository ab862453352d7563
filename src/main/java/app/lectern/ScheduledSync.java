package app.lectern;

import app.lectern.shell.settings.UnattendedSync;
import app.lectern.sync.schedule.Interval;
import app.lectern.sync.schedule.ScheduleState;
import java.util.function.Supplier;

/// The system's scheduler as the settings offer it.
record ScheduledSync(Supplier<Wiring> opened) implements UnattendedSync {
    @Override
    public State state() {
        var with = opened.get();
        return said(with, with.sync.schedule.state(with.sync.scheduled(Interval.HOUR)));
    }

    @Override
    public State install(int everyMinutes) {
        var with = opened.get();
        return said(with, with.sync.schedule.install(with.sync.scheduled(Interval.ofMinutes(everyMinutes).orElse(Interval.HOUR))));
    }

    @Override
    public State remove() {
        var with = opened.get();
        with.sync.schedule.remove(with.sync.scheduled(Interval.HOUR));
        return state();
    }

    private static State said(Wiring with, ScheduleState now) {
        return new State(now.installed(), with.start.words().of(now.scheduler()), now.where(), now.next());
    }
}
