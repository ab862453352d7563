package app.lectern.demo.http;

import java.time.Duration;

/// How a response travels, when it does not simply arrive. Places are counted in bytes of the body; -1 means nowhere.
///
/// @param delay       waited before the first byte of the answer
/// @param resetAt     where the connection is reset; [#BEFORE_HEAD] resets it without any answer
/// @param stallAt     where the answer stops coming until the tenant's faults are cleared; [#BEFORE_HEAD] as above
/// @param corruptAt   the byte that arrives with all its bits turned
/// @param bytesPerSecond the speed of the line, 0 for full speed
public record Delivery(Duration delay, long resetAt, long stallAt, long corruptAt, long bytesPerSecond) {

    public static final long BEFORE_HEAD = Long.MIN_VALUE;
    private static final long NOWHERE = -1;
    public static final Delivery PROMPT = new Delivery(Duration.ZERO, NOWHERE, NOWHERE, NOWHERE, 0);

    public Delivery delayedBy(Duration more) {
        return new Delivery(delay.plus(more), resetAt, stallAt, corruptAt, bytesPerSecond);
    }

    public Delivery resetAt(long place) {
        return new Delivery(delay, place, stallAt, corruptAt, bytesPerSecond);
    }

    public Delivery stalledAt(long place) {
        return new Delivery(delay, resetAt, place, corruptAt, bytesPerSecond);
    }

    public Delivery corruptedAt(long place) {
        return new Delivery(delay, resetAt, stallAt, place, bytesPerSecond);
    }

    public Delivery at(long speed) {
        return new Delivery(delay, resetAt, stallAt, corruptAt, speed);
    }
}
