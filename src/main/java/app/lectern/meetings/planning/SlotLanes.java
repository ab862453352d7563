package app.lectern.meetings.planning;

import app.lectern.jobs.Progress;
import app.lectern.problems.Unexpected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Work on many slots: one lane per organiser, lanes side by side, and four slots at a time in each, for Exchange refuses the fifth
/// request in a mailbox.
final class SlotLanes {
    static final int AT_ONCE = 4;
    private static final int LANES = 10;
    /// Whoever cancels does not wait out a long throttle.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    interface Work {
        /// @param few of one organiser
        void on(List<Slot> few) throws InterruptedException;
    }

    private SlotLanes() {}

    /// Each lane in parts of four, the slots in their order.
    static List<List<List<Slot>>> of(List<Slot> slots) {
        var lanes = new LinkedHashMap<String, List<Slot>>();
        slots.forEach(slot -> lanes.computeIfAbsent(slot.organiserId(), organiser -> new ArrayList<>()).add(slot));
        return lanes.values().stream().map(SlotLanes::parts).toList();
    }

    private static List<List<Slot>> parts(List<Slot> lane) {
        var parts = new ArrayList<List<Slot>>();
        for (int from = 0; from < lane.size(); from += AT_ONCE) {
            parts.add(lane.subList(from, Math.min(from + AT_ONCE, lane.size())));
        }
        return parts;
    }

    /// Whoever cancels waits for the parts that are under way, so that what was sent is noted.
    static void run(List<Slot> slots, Work work, Progress progress) throws InterruptedException {
        var stop = new AtomicBoolean();
        InterruptedException cancelled = null;
        Throwable failure = null;
        try (var threads = Executors.newFixedThreadPool(LANES, Thread.ofVirtual().name("slots-", 1).factory())) {
            var lanes = new ArrayList<Future<?>>();
            for (var lane : of(slots)) {
                lanes.add(threads.submit(() -> {
                    for (var part : lane) {
                        if (stop.get() || progress.cancelled()) {
                            return null;
                        }
                        progress.checkpoint();
                        work.on(part);
                    }
                    return null;
                }));
            }
            for (int at = 0; at < lanes.size(); ) {
                try {
                    lanes.get(at).get(cancelled == null ? Long.MAX_VALUE : PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    at++;
                } catch (InterruptedException interrupted) {
                    stop.set(true);
                    cancelled = interrupted;
                } catch (TimeoutException tooLong) {
                    threads.shutdownNow();
                } catch (ExecutionException broken) {
                    stop.set(true);
                    failure = broken.getCause();
                    at++;
                }
            }
        }
        if (cancelled != null || failure instanceof InterruptedException || progress.cancelled()) {
            throw new InterruptedException();
        }
        if (failure != null) {
            throw failure instanceof RuntimeException known ? known : Unexpected.from(failure).raise(failure);
        }
    }
}
