package app.lectern.integrations.waiting;

import app.lectern.integrations.Integration;
import app.lectern.integrations.LocalData;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/// One list of everything that Microsoft needs time for. It is kept in the store, so that a restart loses nothing, and
/// each entry says when it is looked at again.
public final class WaitingList implements LocalData {
    private static final Duration SHOWN_AFTERWARDS = Duration.ofDays(1);

    private final WaitStore store;
    private final LongFunction<Optional<Integration>> integrations;
    private final WaitLook look;
    private final Clock clock;
    private final List<Consumer<Wait>> arrivals = new CopyOnWriteArrayList<>();
    private final List<Runnable> changes = new CopyOnWriteArrayList<>();

    /// @param integrations finds one by id, finished or being set up
    public WaitingList(Store store, LongFunction<Optional<Integration>> integrations, WaitLook look, Clock clock) {
        this.store = new WaitStore(store);
        this.integrations = integrations;
        this.look = look;
        this.clock = clock;
    }

    /// Told, on the thread that looked, about each thing that works from now on.
    public void onArrival(Consumer<Wait> told) {
        arrivals.add(told);
    }

    public void onChange(Runnable told) {
        changes.add(told);
    }

    /// Everything still waited for, and what arrived within the last day.
    public List<Wait> list() {
        var recent = clock.instant().minus(SHOWN_AFTERWARDS);
        return store.list().stream().filter(each -> each.works().map(since -> since.isAfter(recent)).orElse(true)).toList();
    }

    public List<Wait> list(Integration of) {
        return list().stream().filter(each -> each.integration() == of.id()).toList();
    }

    /// What is still waited for.
    public List<Wait> open() {
        return store.list().stream().filter(each -> !each.isOver()).toList();
    }

    /// Whether it may still come by itself; what is later than Microsoft ever needs is a fault.
    public boolean isWaiting(Integration of, WaitKind kind, String subject) {
        var now = clock.instant();
        return store.find(of.id(), kind, subject).filter(each -> !each.isOver() && !each.isLate(now)).isPresent();
    }

    /// Starts waiting; what is waited for already goes on since when it began, and what had arrived begins anew.
    public Wait begin(Integration of, WaitKind kind, String subject) {
        var now = clock.instant();
        var known = store.find(of.id(), kind, subject);
        if (known.isPresent() && !known.get().isOver()) {
            return known.get();
        }
        var fresh = new Wait(known.map(Wait::id).orElse(0L), of.id(), kind, subject, now, now.plus(kind.pause(Duration.ZERO)),
                Optional.empty(), 0, Optional.empty(), Optional.empty());
        var begun = fresh.id() == 0 ? store.add(fresh) : saved(fresh);
        changes.forEach(Runnable::run);
        return begun;
    }

    public void stop(Wait wait) {
        store.remove(wait.id());
        changes.forEach(Runnable::run);
    }

    /// What nobody needs to wait for any more: somebody has seen it work, or has given up.
    public boolean stop(Integration of, WaitKind kind, String subject) {
        var known = store.find(of.id(), kind, subject).filter(each -> !each.isOver());
        known.ifPresent(this::stop);
        return known.isPresent();
    }

    /// Looks at everything whose time has come, and returns what arrived.
    public List<Wait> lookDue() {
        var now = clock.instant();
        return lookAt(open().stream().filter(each -> !each.nextLook().isAfter(now)).toList());
    }

    /// Looks at everything of an integration now.
    public List<Wait> lookAt(Integration of) {
        return lookAt(open().stream().filter(each -> each.integration() == of.id()).toList());
    }

    private List<Wait> lookAt(List<Wait> some) {
        var arrived = new ArrayList<Wait>();
        for (var each : some) {
            var seen = look(each);
            if (seen.isOver()) {
                arrived.add(seen);
            }
        }
        return arrived;
    }

    /// Looks at one thing now.
    public Wait look(Wait wait) {
        var of = integrations.apply(wait.integration());
        if (of.isEmpty()) {
            store.remove(wait.id());
            return wait;
        }
        Optional<Problem> obstacle;
        try {
            obstacle = look.obstacle(of.get(), wait);
        } catch (ProblemException unable) {
            obstacle = Optional.of(unable.problem());
        }
        var now = clock.instant();
        var pause = wait.kind().pause(Duration.between(wait.since(), now));
        var seen = saved(new Wait(wait.id(), wait.integration(), wait.kind(), wait.subject(), wait.since(), now.plus(pause),
                Optional.of(now), wait.looks() + 1, obstacle.isEmpty() ? Optional.of(now) : Optional.empty(), obstacle));
        if (seen.isOver()) {
            arrivals.forEach(told -> told.accept(seen));
        }
        changes.forEach(Runnable::run);
        return seen;
    }

    /// When the next look is due; empty when nothing is waited for.
    public Optional<Instant> nextLook() {
        return open().stream().map(Wait::nextLook).min(Comparator.naturalOrder());
    }

    /// What was waited for while an integration was set up goes on under its final id.
    public void move(Integration from, Integration to) {
        store.move(from.id(), to.id());
    }

    private Wait saved(Wait wait) {
        store.save(wait);
        return wait;
    }

    @Override
    public String name() {
        return "local-data.waits";
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
