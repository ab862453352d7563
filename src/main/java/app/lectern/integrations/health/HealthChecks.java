package app.lectern.integrations.health;

import app.lectern.integrations.CredentialExpiries;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.LocalData;
import app.lectern.integrations.ServiceAccounts;
import app.lectern.integrations.permissions.AccessPolicyCheck;
import app.lectern.integrations.permissions.PermissionDoctor;
import app.lectern.integrations.waiting.WaitingList;
import app.lectern.jobs.Progress;
import app.lectern.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Runs health checks and keeps what they found.
public final class HealthChecks implements LocalData {
    /// Reports kept per integration: three weeks of one every six hours.
    private static final int KEPT = 84;
    private static final Duration EVERY = Duration.ofHours(6);

    private final HealthStore store;
    private final Integrations integrations;
    private final HealthCheck check;
    private final Clock clock;
    private final List<Consumer<HealthReport>> listeners = new CopyOnWriteArrayList<>();

    public HealthChecks(Store store, Integrations integrations, IntegrationAccess access, PermissionDoctor doctor,
                        AccessPolicyCheck policies, ServiceAccounts accounts, CredentialExpiries expiries, WaitingList waiting, Clock clock) {
        this.store = new HealthStore(store);
        this.integrations = integrations;
        this.check = new HealthCheck(integrations, access, doctor, policies, accounts, expiries, waiting, clock);
        this.clock = clock;
    }

    /// Told about each new report, on the thread that made it.
    public void onReport(Consumer<HealthReport> told) {
        listeners.add(told);
    }

    public HealthReport run(Integration of, Progress progress) throws InterruptedException {
        var report = check.run(of, progress);
        store.add(report, KEPT);
        listeners.forEach(told -> told.accept(report));
        return report;
    }

    /// One after another, those that are not active left out.
    public List<HealthReport> runAll(Progress progress) throws InterruptedException {
        var reports = new ArrayList<HealthReport>();
        var active = integrations.list().stream().filter(Integration::active).toList();
        for (var each : active) {
            progress.checkpoint();
            progress.detail(each.name());
            reports.add(run(each, Progress.NONE));
            progress.count(reports.size(), active.size());
        }
        return reports;
    }

    /// Those whose last check is older than six hours.
    public List<HealthReport> runDue(Progress progress) throws InterruptedException {
        var reports = new ArrayList<HealthReport>();
        for (var each : integrations.list()) {
            if (each.active() && isDue(each)) {
                progress.checkpoint();
                reports.add(run(each, progress));
            }
        }
        return reports;
    }

    private boolean isDue(Integration of) {
        return last(of).map(report -> !report.at().plus(EVERY).isAfter(clock.instant())).orElse(true);
    }

    public Optional<HealthReport> last(Integration of) {
        return store.newest(of.id()).map(report -> report.within(of));
    }

    /// The newest first.
    public List<HealthReport> history(Integration of, int most) {
        return store.history(of.id(), most).stream().map(report -> report.within(of)).toList();
    }

    @Override
    public String name() {
        return "local-data.health-reports";
    }

    @Override
    public long count(Integration of) {
        return store.count(of.id());
    }

    @Override
    public void remove(Integration of) {
        store.removeAll(of.id());
    }
}
