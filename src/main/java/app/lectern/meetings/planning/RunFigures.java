package app.lectern.meetings.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What each slot of a run has cost: its requests, those that were refused, and how long its link took. A slot is counted until it has come
/// to an end.
final class RunFigures {
    private final long integration;
    private final Map<Long, Count> counts = new ConcurrentHashMap<>();

    RunFigures(long integration) {
        this.integration = integration;
    }

    /// What one slot has cost so far.
    private static final class Count {
        /// It had no link when it began, so that this counts as a creation.
        private final boolean fresh;
        private final long began = System.nanoTime();
        private final AtomicInteger requests = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private volatile long millis = -1;

        Count(boolean fresh) {
            this.fresh = fresh;
        }

        long sinceBegin() {
            return Duration.ofNanos(System.nanoTime() - began).toMillis();
        }
    }

    /// @param ended   slots that have come to an end, each with whether it had no link before
    /// @param created what their creations cost
    record Ends(Map<Slot, Boolean> ended, List<Creation> created) {}

    void begin(Slot slot) {
        counts.put(slot.id(), new Count(!slot.hasLink()));
    }

    void refused(Slot slot) {
        var count = counts.get(slot.id());
        if (count != null) {
            count.requests.incrementAndGet();
            count.refused.incrementAndGet();
        }
    }

    void answered(Slot slot, Sent<?> answer) {
        var count = counts.get(slot.id());
        if (count != null && answer.sent()) {
            count.requests.incrementAndGet();
            answer.refusal().ifPresent(problem -> count.refused.incrementAndGet());
        }
    }

    /// Its link is there; only the first time counts.
    void linked(Slot slot) {
        var count = counts.get(slot.id());
        if (count != null && count.millis < 0) {
            count.millis = count.sinceBegin();
        }
    }

    /// Takes those that are not on their way any more out of the count.
    Ends take(Collection<Slot> slots, Instant at) {
        var created = new ArrayList<Creation>();
        var ended = new LinkedHashMap<Slot, Boolean>();
        for (var slot : slots) {
            var count = slot.isOnItsWay() ? null : counts.remove(slot.id());
            if (count != null) {
                ended.put(slot, count.fresh);
                if (count.fresh) {
                    created.add(creation(slot, count, at));
                }
            }
        }
        return new Ends(ended, created);
    }

    private Creation creation(Slot slot, Count count, Instant at) {
        long millis = count.millis >= 0 ? count.millis : count.sinceBegin();
        return new Creation(integration, slot.key(), at, slot.hasLink(), millis, count.requests.get(), count.refused.get());
    }
}
