package app.lectern.accounts;

import app.lectern.graph.GraphSession;
import app.lectern.graph.Sleeper;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.jobs.SideBySide;
import app.lectern.problems.Problem;
import app.lectern.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Checks whether accounts can organise meetings, many at once, and keeps the results with their time. A result that is
/// cancelled half-way is not kept; those finished before it are.
public final class AccountVerifier {
    /// So long a result is taken for granted where one is only needed to go on, as for the organiser of a meeting.
    public static final Duration FRESH_FOR = Duration.ofMinutes(15);
    private static final Duration TENANT_KNOWN_FOR = Duration.ofHours(1);
    /// One batch holds as many; so a chunk's every question is one round trip.
    private static final int CHUNK = 20;
    /// Most of a round trip is waiting; Exchange's limit is per mailbox, and no two chunks share one.
    private static final int CHUNKS_AT_ONCE = 3;

    private record KnownTenant(Tenant tenant, Instant since) {}

    private final AccountsGraph graph;
    private final AccountsStore store;
    private final Clock clock;
    private final Map<Long, KnownTenant> tenants = new ConcurrentHashMap<>();

    public AccountVerifier(Function<Integration, GraphSession> sessions, Store store, Clock clock, Sleeper sleeper) {
        this.graph = new AccountsGraph(sessions, sleeper);
        this.store = new AccountsStore(store);
        this.clock = clock;
    }

    /// Checks the addresses and tells `each` about every row, as often as something more is known of it. Cancelling leaves by
    /// an InterruptedException; what was finished is kept.
    public List<AccountReport> check(
            Integration integration, Collection<String> addresses, Consumer<? super AccountReport> each, Progress progress)
            throws InterruptedException {
        var wanted = AddressList.of(List.copyOf(addresses)).addresses();
        var tenant = tenant(integration);
        var run = new Run(integration, tenant, wanted.size(), each, progress);
        var done = new ConcurrentSkipListMap<Integer, List<AccountReport>>();
        var chunks = IntStream.iterate(0, from -> from < wanted.size(), from -> from + CHUNK).boxed().toList();
        SideBySide.each(chunks, CHUNKS_AT_ONCE, "accounts", from -> done.put(from, run.check(wanted.subList(from, Math.min(from + CHUNK, wanted.size())))));
        return done.values().stream().flatMap(List::stream).toList();
    }

    /// One check of many, whose chunks run side by side. Whoever is told is told by one at a time.
    private final class Run {
        private final Integration integration;
        private final Tenant tenant;
        private final int all;
        private final Consumer<? super AccountReport> each;
        private final Progress progress;
        private final ReentrantLock telling = new ReentrantLock();
        private int done;

        Run(Integration integration, Tenant tenant, int all, Consumer<? super AccountReport> each, Progress progress) {
            this.integration = integration;
            this.tenant = tenant;
            this.all = all;
            this.each = each;
            this.progress = progress;
        }

        List<AccountReport> check(List<String> addresses) throws InterruptedException {
            progress.checkpoint();
            progress.detail(addresses.getFirst());
            var complete = new Chunk(integration, tenant, addresses, this::tell, progress).run().stream()
                    .filter(AccountReport::isComplete).toList();
            keep(integration, complete);
            telling.lock();
            try {
                done += complete.size();
                progress.count(done, all);
            } finally {
                telling.unlock();
            }
            progress.checkpoint();
            return complete;
        }

        private void tell(AccountReport report) {
            telling.lock();
            try {
                each.accept(report);
            } finally {
                telling.unlock();
            }
        }
    }

    /// A cancel must not lose what it came too late for, and the store rolls back for an interrupted thread.
    private void keep(Integration integration, List<AccountReport> complete) {
        boolean interrupted = false;
        try {
            while (true) {
                interrupted |= Thread.interrupted();
                try {
                    store.save(integration.id(), complete);
                    return;
                } catch (CancellationException stopped) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// The kept result while it is fresh, else a new one.
    public AccountReport fresh(Integration integration, String address, Progress progress) throws InterruptedException {
        return fresh(integration, List.of(address), progress).getFirst();
    }

    /// The same for several, in their order; those that must be asked travel together.
    public List<AccountReport> fresh(Integration integration, List<String> addresses, Progress progress) throws InterruptedException {
        var known = new LinkedHashMap<String, AccountReport>();
        var wanted = new ArrayList<String>();
        for (var typed : addresses) {
            var address = MailAddress.normalised(typed);
            store.find(integration.id(), address)
                    .filter(report -> report.checkedAt().plus(FRESH_FOR).isAfter(clock.instant()))
                    .filter(report -> report.verdict().kind() != Verdict.Kind.UNKNOWN)
                    .ifPresentOrElse(report -> known.put(address, report), () -> wanted.add(address));
        }
        check(integration, wanted, report -> {}, new QuietProgress(progress)).forEach(report -> known.put(report.address(), report));
        return addresses.stream().map(MailAddress::normalised).map(known::get).toList();
    }

    /// What keeps the account from organising meetings, or nothing; raises a ProblemException when that cannot be known.
    public Optional<Problem> obstacle(Integration integration, String account) {
        try {
            return check(integration, List.of(account), report -> {}, Progress.NONE).stream().findFirst().or(() -> known(integration, account))
                    .flatMap(AccountObstacle::of);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /// What keeps the account of a report from organising meetings, or nothing; raises a ProblemException when that is not known.
    public Optional<Problem> obstacle(AccountReport report) {
        return AccountObstacle.of(report);
    }

    /// Past results, however old.
    public List<AccountReport> known(Integration integration) {
        return store.list(integration.id());
    }

    public Optional<AccountReport> known(Integration integration, String address) {
        return store.find(integration.id(), MailAddress.normalised(address));
    }

    /// Clears all past results of the integration; returns how many there were.
    public int forget(Integration integration) {
        tenants.remove(integration.id());
        return store.forget(integration.id());
    }

    public void forget(Integration integration, Collection<String> addresses) {
        store.forget(integration.id(), addresses);
    }

    /// Puts results back that were removed a moment ago.
    public void restore(Integration integration, Collection<AccountReport> reports) {
        store.save(integration.id(), reports);
    }

    /// People of the directory whose name or address begins like this.
    public List<Account> search(Integration integration, String text) {
        return text.strip().length() < 2 ? List.of() : graph.search(integration, text);
    }

    String signedIn(Integration integration) {
        return graph.signedIn(integration);
    }

    private Tenant tenant(Integration integration) {
        var known = tenants.get(integration.id());
        if (known == null || known.since().plus(TENANT_KNOWN_FOR).isBefore(clock.instant())) {
            known = new KnownTenant(graph.tenant(integration), clock.instant());
            tenants.put(integration.id(), known);
        }
        return known.tenant();
    }

    /// Up to twenty addresses on their way through the questions.
    private final class Chunk {
        private final Integration integration;
        private final Tenant tenant;
        private final List<String> addresses;
        private final Consumer<? super AccountReport> each;
        private final Progress progress;
        private final Map<String, AccountReport> reports = new LinkedHashMap<>();

        private record Found(String address, Asked lookup, Account account) {}

        Chunk(Integration integration, Tenant tenant, List<String> addresses, Consumer<? super AccountReport> each, Progress progress) {
            this.integration = integration;
            this.tenant = tenant;
            this.addresses = addresses;
            this.each = each;
            this.progress = new QuietProgress(progress);
        }

        Collection<AccountReport> run() {
            var asked = new ArrayList<String>();
            for (var address : addresses) {
                MailAddress.refused(address, tenant).ifPresentOrElse(
                        refused -> tell(address, Optional.empty(), Assessment.ending(refused)), () -> asked.add(address));
            }
            var found = asked.isEmpty() ? List.<Found>of() : found(asked);
            var members = found.stream().filter(each -> !each.account().isGuest()).toList();
            if (!members.isEmpty() && !progress.cancelled()) {
                graph.probe(integration, tenant, members.stream().map(Found::account).toList(), probes -> {
                    for (int at = 0; at < members.size(); at++) {
                        tell(members.get(at), probes.get(at));
                    }
                }, progress);
            }
            return reports.values();
        }

        private List<Found> found(List<String> asked) {
            var found = new ArrayList<Found>();
            var answers = graph.find(integration, asked, progress);
            for (int at = 0; at < asked.size(); at++) {
                var address = asked.get(at);
                switch (answers.get(at)) {
                    case Answer.Given<List<Account>> given -> identify(address, given).ifPresent(found::add);
                    case Answer.Refused<List<Account>> refused -> tell(address, Optional.empty(),
                            Assessment.ending(Finding.unanswered(Check.EXISTS, refused.problem(), refused.asked())));
                    case Answer.Open<List<Account>> cancelled -> {
                        // no row: nothing is known
                    }
                }
            }
            return found;
        }

        /// The one whose sign-in name it is, else whose mail it is, else whose alias it is.
        private Optional<Found> identify(String address, Answer.Given<List<Account>> answer) {
            var accounts = answer.value();
            var byName = accounts.stream().filter(account -> account.userPrincipalName().equalsIgnoreCase(address)).toList();
            var byMail = accounts.stream().filter(account -> account.mail().equalsIgnoreCase(address)).toList();
            var best = !byName.isEmpty() ? byName : !byMail.isEmpty() ? byMail : accounts;
            if (best.size() != 1) {
                var reason = best.isEmpty() ? AccountReason.NOT_FOUND : AccountReason.AMBIGUOUS;
                tell(address, Optional.empty(), Assessment.ending(Finding.of(Check.EXISTS, reason, answer.asked())
                        .with("account", address).with("tenant", tenant.name())));
                return Optional.empty();
            }
            var found = new Found(address, answer.asked(), best.getFirst());
            tell(found, Probes.NONE);
            return Optional.of(found);
        }

        private void tell(Found found, Probes probes) {
            tell(found.address(), Optional.of(found.account()),
                    Assessment.of(found.address(), found.lookup(), tenant, found.account(), probes, clock.instant()));
        }

        private void tell(String address, Optional<Account> account, List<Finding> findings) {
            var report = AccountReport.of(address, account, findings, clock.instant());
            var before = reports.put(address, report);
            if (before == null || before.findings().size() != findings.size() || !before.findings().equals(findings)) {
                each.accept(report);
            }
        }
    }
}
