package app.lectern.jobs;

import app.lectern.problems.Unexpected;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Several of the same at once, ending together: what one throws ends all, and so does an interrupt.
public final class SideBySide {
    private SideBySide() {}

    public interface Work<T> {
        void on(T one) throws InterruptedException;
    }

    /// @param name what the threads are called, before their number
    public static <T> void each(List<T> all, int atOnce, String name, Work<T> work) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().name(name + "-", 1).factory())) {
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
