package app.lectern.integrations;

import app.lectern.integrations.permissions.AppJobs;
import app.lectern.store.Snapshots;
import app.lectern.problems.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes integrations into a file for another computer and reads them there. Secrets never travel: they are entered anew.
public final class IntegrationTransfer {
    private static final String KIND = "lectern-integrations";
    private static final int VERSION = 1;

    private final Integrations integrations;
    private final IntegrationRules rules;
    private final Clock clock;

    public IntegrationTransfer(Integrations integrations, Clock clock) {
        this.integrations = integrations;
        this.rules = new IntegrationRules(integrations, clock);
        this.clock = clock;
    }

    /// The file: what it is, by which format, and the integrations.
    record Document(String kind, int version, List<Entry> integrations) {}

    /// One integration as it travels; the demo tenant does not.
    record Entry(String name, CloudKind cloud, String loginEndpoint, String graphEndpoint, String authority, String tenant, String clientId,
                 SignInMethod signInMethod, String owner, String serviceAccount, boolean active, WorkspaceRole role, AppJobs jobs) {
        static Entry of(Integration one) {
            return new Entry(one.name(), one.cloud(), one.loginEndpoint(), one.graphEndpoint(), one.authorityPem(), one.tenant(),
                    one.clientId(), one.signInMethod(), one.owner(), one.serviceAccount(), one.active(), one.role(), one.jobs());
        }
    }

    /// What came in, and what did not.
    ///
    /// @param renamed names that were taken here and got a number
    public record Imported(List<Integration> added, List<String> renamed, List<Refused> refused) {}

    /// An entry that cannot be used, with the first thing that is wrong with it.
    public record Refused(String name, Problem problem) {}

    public String export(List<Integration> some) {
        return Snapshots.write(new Document(KIND, VERSION, some.stream().filter(one -> !one.isSimulated()).map(Entry::of).toList()));
    }

    /// Adds what is in the file, each without secrets and inactive until they are entered.
    public Imported importFrom(String content) {
        var document = Snapshots.read(content, Document.class)
                .filter(read -> KIND.equals(read.kind()) && read.integrations() != null)
                .orElseThrow(() -> refuse("@integration.import-unknown"));
        if (document.version() > VERSION) {
            throw refuse("@integration.import-newer");
        }
        var added = new ArrayList<Integration>();
        var renamed = new ArrayList<String>();
        var refused = new ArrayList<Refused>();
        for (var entry : document.integrations()) {
            var name = free(text(entry.name()));
            var candidate = candidate(entry, name);
            var fault = candidate.isEmpty() ? Optional.of(refuse("@integration.import-unknown").problem())
                    : rules.check(candidate.get()).stream().map(FieldFault::problem).findFirst();
            if (fault.isPresent()) {
                refused.add(new Refused(text(entry.name()), fault.get()));
                continue;
            }
            added.add(integrations.add(candidate.get()));
            if (!name.equals(entry.name().strip())) {
                renamed.add(name);
            }
        }
        return new Imported(added, renamed, refused);
    }

    private Optional<Integration> candidate(Entry entry, String name) {
        if (entry.cloud() == null || entry.cloud() == CloudKind.DEMO || entry.signInMethod() == null) {
            return Optional.empty();
        }
        boolean needsSecret = entry.signInMethod().isUnattended();
        return Optional.of(new Integration(0, name, entry.cloud(), text(entry.loginEndpoint()), text(entry.graphEndpoint()),
                text(entry.tenant()), text(entry.clientId()), entry.signInMethod(), text(entry.owner()), text(entry.serviceAccount()),
                entry.active() && !needsSecret, clock.instant(), entry.role() == null ? WorkspaceRole.ADMIN : entry.role(),
                text(entry.authority()), entry.jobs() == null ? AppJobs.ALL : entry.jobs()));
    }

    private String free(String wanted) {
        var name = wanted.strip();
        for (int number = 2; Integrations.isTaken(name, 0, integrations.list()); number++) {
            name = wanted.strip() + " (" + number + ")";
        }
        return name;
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    private static app.lectern.problems.ProblemException refuse(String reason) {
        return Problem.of(Problem.Code.INPUT_WRONG).with("field", "@integration.import-file").with("reason", reason).raise();
    }
}
