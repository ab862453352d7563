package app.lectern.demo.http;

import java.util.concurrent.CountDownLatch;

/// Holds the answers that have been told to stall, until somebody opens the gate for those that wait.
public final class StallGate {

    private volatile CountDownLatch closed = new CountDownLatch(1);

    void hold() throws InterruptedException {
        closed.await();
    }

    /// Lets go of everyone who waits; whoever comes later waits again.
    public void release() {
        var waiting = closed;
        closed = new CountDownLatch(1);
        waiting.countDown();
    }
}
