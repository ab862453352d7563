package app.lectern.diagnosis;

import app.lectern.graph.Cloud;
import app.lectern.graph.Connectivity;
import app.lectern.graph.HostCheck;
import app.lectern.graph.Http;
import app.lectern.graph.HttpOptions;
import app.lectern.home.Home;
import app.lectern.integrations.Integration;
import app.lectern.integrations.IntegrationAccess;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.SecretKind;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.Unexpected;
import app.lectern.store.Backups;
import app.lectern.store.Store;
import app.lectern.vault.KeyStorage;
import app.lectern.vault.Vault;
import app.lectern.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Checks whether Lectern itself is well on this computer: Java, data folder, key, store, network, clock, and the sign-in of
/// each integration. Whether a meeting or an account is well is asked elsewhere.
public final class Doctor {
    private static final long LOW_DISK = 1_000_000_000L;

    private final Home home;
    private final Vault vault;
    private final Store store;
    private final Integrations integrations;
    private final IntegrationAccess access;
    private final Supplier<HttpOptions> network;
    private final Clock clock;
    private final Words words;

    public Doctor(
            Home home,
            Vault vault,
            Store store,
            Integrations integrations,
            IntegrationAccess access,
            Supplier<HttpOptions> network,
            Clock clock,
            Words words) {
        this.home = home;
        this.vault = vault;
        this.store = store;
        this.integrations = integrations;
        this.access = access;
        this.network = network;
        this.clock = clock;
        this.words = words;
    }

    /// Runs every check; `found` hears of each finding as it comes.
    public List<Finding> examine(Progress progress, Consumer<Finding> found) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        Consumer<Finding> keep = finding -> {
            findings.add(finding);
            found.accept(finding);
        };
        keep.accept(java());
        keep.accept(folder());
        keep.accept(key());
        keep.accept(tables());
        for (var each : integrations.list()) {
            integrations.missingSecret(each).ifPresent(kind -> keep.accept(without(each, kind)));
        }
        var all = integrations.list().stream().filter(each -> each.active() && integrations.missingSecret(each).isEmpty()).toList();
        network(all, progress).forEach(keep);
        for (var each : all) {
            progress.checkpoint();
            progress.detail(each.name());
            keep.accept(signIn(each));
        }
        return findings;
    }

    private Finding java() {
        return Finding.passed(Finding.Topic.JAVA, System.getProperty("java.vm.name"),
                words.text("doctor.java", System.getProperty("java.version"), System.getProperty("java.vendor"),
                        words.size(Runtime.getRuntime().maxMemory())));
    }

    private Finding folder() {
        try {
            long free = Files.getFileStore(home.folder()).getUsableSpace();
            var text = words.text("doctor.home", words.size(free));
            return free < LOW_DISK
                    ? Finding.warning(Finding.Topic.HOME, home.folder().toString(), text)
                    : Finding.passed(Finding.Topic.HOME, home.folder().toString(), text);
        } catch (IOException unreadable) {
            return Finding.failed(Finding.Topic.HOME, home.folder().toString(), words.text("doctor.home.unreadable"),
                    Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", home.folder().toString()));
        }
    }

    private Finding key() {
        var place = vault.place();
        return place.storage() == KeyStorage.KEYCHAIN
                ? Finding.passed(Finding.Topic.KEY, place.title(words), place.meaning(words))
                : Finding.warning(Finding.Topic.KEY, place.title(words), place.meaning(words));
    }

    private Finding tables() {
        try {
            var size = words.size(Files.size(store.path()));
            var backups = Backups.list(home).size();
            return Finding.passed(Finding.Topic.STORE, store.path().toString(),
                    words.text(store.isGuest() ? "doctor.store.shared" : "doctor.store", size, store.version(), backups));
        } catch (IOException unreadable) {
            return Finding.failed(Finding.Topic.STORE, store.path().toString(), words.text("doctor.store.unreadable"),
                    Problem.of(Problem.Code.STORE_DAMAGED).with("path", store.path().toString()));
        }
    }

    /// The hosts of every active integration; Microsoft's own when only the demo tenant is there, and then a host that cannot
    /// be reached is worth a warning, since nothing needs it yet.
    private List<Finding> network(List<Integration> all, Progress progress) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        var clouds = all.stream().filter(each -> !each.isSimulated()).map(access::cloud).distinct().toList();
        boolean needed = !clouds.isEmpty();
        HttpOptions options;
        try {
            options = network.get();
        } catch (RuntimeException wrongSettings) {
            var problem = Unexpected.from(wrongSettings);
            return List.of(Finding.failed(Finding.Topic.NETWORK, words.text("doctor.network.settings"), words.text("doctor.network.settings.wrong"), problem));
        }
        try (var http = new Http(options)) {
            var connectivity = new Connectivity(http, clock, words);
            for (var cloud : needed ? clouds : List.of(Cloud.GLOBAL)) {
                progress.checkpoint();
                progress.detail(cloud.login().getHost());
                for (var check : connectivity.check(cloud)) {
                    findings.add(reach(check, needed));
                    check.clockOff().ifPresent(off -> findings.add(clock(check, off)));
                }
            }
        }
        return findings;
    }

    private Finding reach(HostCheck check, boolean needed) {
        if (check.reached()) {
            var key = check.proxy().isEmpty() ? "doctor.network" : "doctor.network.proxy";
            return Finding.passed(Finding.Topic.NETWORK, check.host(),
                    words.text(key, words.span(check.latency().orElse(Duration.ZERO)), check.tls(), check.proxy()));
        }
        var problem = check.problem().orElseGet(() -> Problem.of(Problem.Code.CONNECTION_LOST).with("host", check.host()));
        return needed
                ? Finding.failed(Finding.Topic.NETWORK, check.host(), words.text("doctor.network.failed"), problem)
                : new Finding(Finding.Topic.NETWORK, check.host(), Finding.State.WARNING, words.text("doctor.network.unneeded"),
                        java.util.Optional.of(problem));
    }

    private Finding clock(HostCheck check, Duration off) {
        var text = words.text("doctor.clock", words.span(off.abs()));
        return check.problem().filter(problem -> problem.code() == Problem.Code.CLOCK_WRONG)
                .map(problem -> Finding.failed(Finding.Topic.CLOCK, check.host(), text, problem))
                .orElseGet(() -> Finding.passed(Finding.Topic.CLOCK, check.host(), text));
    }

    /// One that is not in use yet waits for its secret; one that is in use cannot work.
    private Finding without(Integration of, SecretKind kind) {
        var text = words.text("doctor.sign-in.without", words.of(kind), of.key());
        return of.active() ? Finding.failed(Finding.Topic.SIGN_IN, of.name(), text, Problem.of(Problem.Code.SIGN_IN_NEEDED).with("tenant", of.name()))
                : Finding.warning(Finding.Topic.SIGN_IN, of.name(), text);
    }

    private Finding signIn(Integration to) {
        try {
            var signedIn = access.signIn(to);
            var key = signedIn.appOnly() ? "doctor.sign-in.app" : "doctor.sign-in.person";
            return Finding.passed(Finding.Topic.SIGN_IN, to.name(),
                    words.text(key, signedIn.permissions().size(), signedIn.account()));
        } catch (RuntimeException refused) {
            return Finding.failed(Finding.Topic.SIGN_IN, to.name(), words.text("doctor.sign-in.failed"), Unexpected.from(refused));
        }
    }

    /// Reaches Microsoft's hosts through these settings; throws the problem of the first that cannot be reached.
    public String tryNetwork(HttpOptions options) {
        try (var http = new Http(options)) {
            var checks = new Connectivity(http, clock, words).check(Cloud.GLOBAL);
            for (var check : checks) {
                if (check.problem().isPresent()) {
                    throw check.problem().get().raise();
                }
            }
            var slowest = checks.stream().flatMap(check -> check.latency().stream()).max(Duration::compareTo).orElse(Duration.ZERO);
            return words.text("doctor.network.tried", checks.getFirst().host(), checks.getLast().host(), words.span(slowest));
        }
    }
}
