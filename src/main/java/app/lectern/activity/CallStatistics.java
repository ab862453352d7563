package app.lectern.activity;

import app.lectern.store.Store;
import java.time.Clock;
import java.time.Duration;

/// Answers how the calls to Microsoft went lately.
public final class CallStatistics {
    private static final int PIECES = 24;

    private final CallFiguresStore store;
    private final GraphCalls calls;
    private final Clock clock;

    public CallStatistics(Store store, GraphCalls calls, Clock clock) {
        this.store = new CallFiguresStore(store);
        this.calls = calls;
        this.clock = clock;
    }

    /// The figures of one integration over the span that ends now, calls of a moment ago included.
    public CallFigures over(String integration, Duration span) {
        calls.flush();
        var now = clock.instant();
        return store.read(integration, now.minus(span), now.plusMillis(1), PIECES);
    }
}
