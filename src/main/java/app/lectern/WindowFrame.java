package app.lectern;

import app.lectern.integrations.SwitcherViewModel;
import app.lectern.jobs.Jobs;
import app.lectern.problems.Problem;
import app.lectern.shell.ConnectionState;
import app.lectern.shell.FirstStep;
import app.lectern.shell.Outside;
import app.lectern.shell.Place;
import app.lectern.shell.Screen;
import app.lectern.shell.ServiceStatus;
import app.lectern.shell.ShellParts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The window's frame and what fills it: shown before the store is open, connected to the services once they are there. What
/// needs a service earlier waits for it in the background.
final class WindowFrame {
    private static final List<FirstStep> FIRST_STEPS = List.of(
            new FirstStep(Place.OVERVIEW, "overview-attention", "first-steps.overview"),
            new FirstStep(Place.MEETINGS, "meetings-calendar", "first-steps.meetings"),
            new FirstStep(Place.ATTENDANCE, "attendance-meetings", "first-steps.attendance"),
            new FirstStep(Place.DELIVERABLES, "deliverables-table", "first-steps.deliverables"),
            new FirstStep(Place.DIAGNOSE, "diagnose-input", "first-steps.diagnose"),
            new FirstStep(Place.INTEGRATIONS, "integrations-add", "first-steps.integrations"));

    private final Start start;
    private final Jobs jobs;
    private final Supplier<Wiring> opened;
    private final SwitcherViewModel switcher;
    private final ObjectProperty<Optional<Instant>> lastSync = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Duration>> latency = new SimpleObjectProperty<>(Optional.empty());

    private final ObjectProperty<ConnectionState> connection = new SimpleObjectProperty<>(new ConnectionState.Open());
    private Runnable tryNow = () -> {};

    /// `opened` returns when the store is open, or throws why it cannot be; it is asked off the FX thread until then.
    WindowFrame(Start start, Jobs jobs, Supplier<Wiring> opened, SwitcherViewModel switcher) {
        this.start = start;
        this.jobs = jobs;
        this.opened = opened;
        this.switcher = switcher;
    }

    /// How the chosen integration stands with Microsoft.
    ObjectProperty<ConnectionState> connection() {
        return connection;
    }

    /// @param again what tries to reach Microsoft now
    void tries(Runnable again) {
        tryNow = again;
    }

    SwitcherViewModel switcher() {
        return switcher;
    }

    /// When the chosen integration was synced last.
    ObjectProperty<Optional<Instant>> lastSync() {
        return lastSync;
    }

    /// How long the last call to Microsoft took.
    ObjectProperty<Optional<Duration>> latency() {
        return latency;
    }

    ShellParts parts(List<Screen> screens, Consumer<Problem> failed) {
        return parts(screens, new DesktopOutside(jobs, failed));
    }

    ShellParts parts(List<Screen> screens, Outside outside) {
        return new ShellParts(
                start.words(),
                start.clock(),
                start.home(),
                start.settings(),
                jobs,
                screens,
                switcher,
                List.of(),
                new VaultKeyStorage(opened),
                new SettingsNetworkTest(opened),
                progress -> opened.get().updates.ask(progress),
                new ScheduledSync(opened),
                new ServiceStatus(lastSync, latency, connection, () -> tryNow.run()),
                switcher.person(),
                outside,
                Start.version(),
                FIRST_STEPS);
    }
}
