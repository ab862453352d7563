package app.lectern.demo;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.faults.FaultRule;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The dial with which whoever shows the demo tenant makes things go wrong there, and right again. It turns the tenant that
/// this process serves; one that another process serves is out of reach.
public final class DemoDial {
    /// What can go wrong. Words for each stand in the bundle.
    public enum Trouble { THROTTLED, SERVICE_DOWN, SLOW, POLICY_WITHDRAWN, TRANSCRIPTS_CLOSED, DRIVE_FULL, LINKS_EXPIRED, CONNECTION_CUT }

    private static final int MANY = 1_000_000;
    private static final long FREE = 6L << 30;

    private final DemoHost host;
    private final Map<Trouble, List<FaultRule>> rules = new EnumMap<>(Trouble.class);
    private final Set<Trouble> on = EnumSet.noneOf(Trouble.class);

    public DemoDial(DemoHost host) {
        this.host = host;
    }

    /// Whether there is a tenant to be turned.
    public boolean isWithinReach() {
        return host.own().isPresent();
    }

    public synchronized Set<Trouble> on() {
        return on.isEmpty() ? Set.of() : EnumSet.copyOf(on);
    }

    /// Switches a trouble on or off, and says whether it is on now. Expired links are expired once; the next ones work again.
    public synchronized boolean turn(Trouble trouble) {
        var tenant = host.own();
        if (tenant.isEmpty()) {
            return false;
        }
        if (on.remove(trouble)) {
            right(tenant.get(), trouble);
            return false;
        }
        wrong(tenant.get(), trouble);
        if (trouble != Trouble.LINKS_EXPIRED) {
            on.add(trouble);
        }
        return true;
    }

    /// Everything as it was.
    public synchronized void reset() {
        for (var each : on()) {
            turn(each);
        }
    }

    private void wrong(DemoTenant tenant, Trouble trouble) {
        var faults = tenant.faults();
        switch (trouble) {
            case THROTTLED -> keep(trouble, faults.graph("*", "/**").times(20).with(Fault.throttled("3")));
            case SERVICE_DOWN -> keep(trouble, faults.graph("*", "/**").times(MANY).with(Fault.serverError(503)));
            case SLOW -> keep(trouble, faults.anywhere().times(MANY).with(Fault.delay(Duration.ofSeconds(2))));
            case CONNECTION_CUT -> keep(trouble, faults.storage().times(MANY).with(Fault.resetAfter(4L << 20)));
            case POLICY_WITHDRAWN -> tenant.apps().all().forEach(app -> tenant.rules().withdrawGlobalAccessPolicy(app.appId()));
            case TRANSCRIPTS_CLOSED -> tenant.rules().allowTranscripts(false);
            case DRIVE_FULL -> organiser(tenant).ifPresent(user -> tenant.school().control().leaveFree(user, 0));
            case LINKS_EXPIRED -> faults.expireDownloadLinks();
        }
    }

    private void right(DemoTenant tenant, Trouble trouble) {
        switch (trouble) {
            case POLICY_WITHDRAWN -> tenant.apps().all().forEach(app -> tenant.rules().grantAccessPolicyGlobally(app.appId()));
            case TRANSCRIPTS_CLOSED -> tenant.rules().allowTranscripts(true);
            case DRIVE_FULL -> organiser(tenant).ifPresent(user -> tenant.school().control().leaveFree(user, FREE));
            default -> rules.getOrDefault(trouble, List.of()).forEach(tenant.faults()::remove);
        }
        rules.remove(trouble);
    }

    private void keep(Trouble trouble, FaultRule rule) {
        rules.put(trouble, List.of(rule));
    }

    /// The account that organises for the college.
    private static Optional<String> organiser(DemoTenant tenant) {
        return tenant.school().people().all().stream().map(person -> person.mail())
                .filter(mail -> mail != null && mail.startsWith("lms-teams-service@")).findFirst();
    }
}
