package app.lectern.graph;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// Threads that know what their starter was doing, so that token calls stand in the call log under the same purpose.
/// They begin when told: MSAL's browser flow reads a reference that its caller sets only after starting the thread.
final class PurposefulThreads extends AbstractExecutorService {
    private final ExecutorService inner;
    private final CountDownLatch begun = new CountDownLatch(1);

    PurposefulThreads(ExecutorService inner) {
        this.inner = inner;
    }

    @Override
    public void execute(Runnable work) {
        var carried = Purpose.carried(work);
        inner.execute(() -> {
            try {
                begun.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
                return;
            }
            carried.run();
        });
    }

    void begin() {
        begun.countDown();
    }

    @Override
    public void shutdown() {
        inner.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return inner.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return inner.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return inner.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return inner.awaitTermination(timeout, unit);
    }
}
