package app.lectern.graph;

import java.time.Duration;

/// Waits; tests put in one that only counts.
@FunctionalInterface
public interface Sleeper {
    Sleeper REAL = Thread::sleep;

    void sleep(Duration duration) throws InterruptedException;
}
