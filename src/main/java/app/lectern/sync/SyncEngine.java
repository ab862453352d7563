package app.lectern.sync;

import app.lectern.graph.Pauses;
import app.lectern.graph.Waiting;
import app.lectern.home.Home;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.jobs.Undisturbed;
import app.lectern.problems.Unexpected;
import app.lectern.store.Store;
import app.lectern.sync.SyncRun.Ending;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs the features' syncs of an integration and keeps how they went. The first part says which meetings there are; the
/// others work on those, side by side.
public final class SyncEngine {
    private static final Duration KEPT = Duration.ofDays(180);

    private final Home home;
    private final SyncRunStore runs;
    private final Clock clock;
    private final SyncPart first;
    private final List<SyncPart> others;
    private final Pauses pauses;
    private volatile Function<Integration, Map<Facet, Long>> counter = of -> Map.of();
    private final List<Consumer<SyncRun>> listeners = new CopyOnWriteArrayList<>();

    public SyncEngine(Home home, Store store, Clock clock, SyncPart first, List<SyncPart> others) {
        this(home, store, clock, first, others, new Pauses());
    }

    /// @param pauses of the calls, which a run tells of as its own
    public SyncEngine(Home home, Store store, Clock clock, SyncPart first, List<SyncPart> others, Pauses pauses) {
        this.pauses = pauses;
        this.home = home;
        this.runs = new SyncRunStore(store);
        this.clock = clock;
        this.first = first;
        this.others = List.copyOf(others);
    }

    /// Told after each run, on the thread that made it.
    public void onRun(Consumer<SyncRun> listener) {
        listeners.add(listener);
    }

    /// Who counts what lies in the store: what the first run saw is compared with it.
    public void countsBy(Function<Integration, Map<Facet, Long>> stored) {
        counter = stored;
    }

    /// All that the parts look at, where it is allowed.
    public Set<Facet> facets() {
        var all = EnumSet.copyOf(first.facets());
        others.forEach(part -> all.addAll(part.facets()));
        return all;
    }

    /// Throws SYNC_RUNNING when another run of the integration is at work, and what made going on useless; failures of
    /// single things are in the result.
    public SyncRun run(SyncOrder order, Progress progress) throws InterruptedException {
        try (var _ = SyncLock.take(home, order.integration()); var _ = pauses.watch(order.integration().key(), waiting -> tell(waiting, progress))) {
            runs.removeOlderThan(clock.instant().minus(KEPT));
            var now = clock.instant();
            var before = runs.before(order.integration().id()).map(last -> last.coverage(now)).orElse(SyncCoverage.NONE);
            long id = runs.begin(order, now, before.goesOn() ? before.from() : now);
            boolean isFirst = !order.scope().isNamed() && !runs.hasEnded(order.integration().id());
            var tally = new SyncTally();
            var ending = Ending.FAILED;
            Map<Facet, Long> stored = Map.of();
            try {
                var covered = order.scope() instanceof SyncScope.Everything ? order.coveredFrom(before.from()) : order;
                part(first, covered, tally, progress);
                sideBySide(covered, tally, progress);
                stored = isFirst ? counter.apply(order.integration()) : stored;
                ending = tally.failures().isEmpty() ? Ending.DONE : Ending.DONE_WITH_FAILURES;
            } catch (InterruptedException | CancellationException cancelled) {
                ending = Ending.CANCELLED;
                throw cancelled;
            } catch (RuntimeException useless) {
                // the history says why, for those who were not there
                tally.failed(Facet.MEETINGS, OptionalLong.empty(), order.integration().name(), Unexpected.from(useless));
                throw useless;
            } finally {
                end(id, ending, tally, stored);
            }
            var run = newest(order.integration()).orElseThrow();
            listeners.forEach(listener -> listener.accept(run));
            return run;
        }
    }

    private static void tell(Waiting waiting, Progress progress) {
        if (waiting.isAsked()) {
            progress.waits(waiting.pause());
        }
    }

    private static void part(SyncPart part, SyncOrder order, SyncTally tally, Progress progress) throws InterruptedException {
        tally.lookedAt(part.facets());
        if (part.serves(order.integration())) {
            part.sync(order, tally, progress);
        } else {
            tally.off(part.facets());
        }
    }

    private void sideBySide(SyncOrder order, SyncTally tally, Progress progress) throws InterruptedException {
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sync-", 1).factory())) {
            var running = new ArrayList<Future<?>>();
            for (var part : others) {
                running.add(threads.submit(() -> {
                    part(part, order, tally, progress);
                    return null;
                }));
            }
            try {
                for (var each : running) {
                    each.get();
                }
            } catch (ExecutionException failure) {
                threads.shutdownNow();
                if (failure.getCause() instanceof InterruptedException) {
                    throw new InterruptedException();
                }
                throw raised(failure.getCause());
            } catch (InterruptedException cancelled) {
                threads.shutdownNow();
                throw cancelled;
            }
        }
    }

    private static RuntimeException raised(Throwable failure) {
        return failure instanceof RuntimeException known ? known : Unexpected.from(failure).raise(failure);
    }

    /// A cancelled run is written down as well.
    private void end(long run, Ending ending, SyncTally tally, Map<Facet, Long> stored) {
        Undisturbed.run(() -> runs.end(run, ending, tally, stored, clock.instant()));
    }

    public Optional<SyncRun> newest(Integration of) {
        return history(of, 1).stream().findFirst();
    }

    /// Newest first.
    public List<SyncRun> history(Integration of, int most) {
        return runs.newest(of.id(), most);
    }
}
