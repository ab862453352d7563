package app.lectern.recordings;

import app.lectern.problems.Unexpected;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Several of the same at once, ending together: what one throws ends all, and so does an interrupt.
final class SideBySide {
    private SideBySide() {}

    interface Work<T> {
        void on(T one) throws InterruptedException;
    }

    static <T> void each(List<T> all, int atOnce, Work<T> work) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().name("recordings-", 1).factory())) {
            var running = new ArrayList<Future<?>>();
            for (var one : all) {
                running.add(threads.submit(() -> {
                    work.on(one);
                    return null;
                }));
            }
            try {
                for (var each : running) {
                    each.get();
                }
            } catch (InterruptedException cancelled) {
                threads.shutdownNow();
                throw cancelled;
            } catch (ExecutionException failed) {
                threads.shutdownNow();
                if (failed.getCause() instanceof InterruptedException) {
                    throw new InterruptedException();
                }
                throw failed.getCause() instanceof RuntimeException met ? met : Unexpected.from(failed.getCause()).raise(failed);
            }
        }
    }
}
