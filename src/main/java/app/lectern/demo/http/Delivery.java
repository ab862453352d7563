package app.lectern.demo.http;

import java.time.Duration;

/// How a response travels, when it does not simply arrive. Places are counted in bytes of the body; -1 means nowhere.
///
/// @param delay       waited before the first byte of the answer
/// @param resetAt     where the connection is reset; [#BEFORE_HEAD] resets it without any answer
/// @param stallAt     where the answer stops coming until the tenant's faults are cleared; [#BEFORE_HEAD] as above
/// @param corruptAt   the byte that arrives with all its bits turned
/// @param bytesPerSecond the speed of the line, 0 for full speed
/// @param saidLength  the `Content-Length` that the head claims; [#TRUE_LENGTH], or [#NO_LENGTH] for an answer that ends with
///                    its connection
public record Delivery(Duration delay, long resetAt, long stallAt, long corruptAt, long bytesPerSecond, long saidLength) {

    public static final long BEFORE_HEAD = Long.MIN_VALUE;
    public static final long TRUE_LENGTH = -1;
    public static final long NO_LENGTH = -2;
    private static final long NOWHERE = -1;
    public static final Delivery PROMPT = new Delivery(Duration.ZERO, NOWHERE, NOWHERE, NOWHERE, 0, TRUE_LENGTH);

    public Delivery delayedBy(Duration more) {
        return new Delivery(delay.plus(more), resetAt, stallAt, corruptAt, bytesPerSecond, saidLength);
    }

    public Delivery resetAt(long place) {
        return new Delivery(delay, place, stallAt, corruptAt, bytesPerSecond, saidLength);
    }

    public Delivery stalledAt(long place) {
        return new Delivery(delay, resetAt, place, corruptAt, bytesPerSecond, saidLength);
    }

    public Delivery corruptedAt(long place) {
        return new Delivery(delay, resetAt, stallAt, place, bytesPerSecond, saidLength);
    }

    public Delivery at(long speed) {
        return new Delivery(delay, resetAt, stallAt, corruptAt, speed, saidLength);
    }

    public Delivery saying(long length) {
        return new Delivery(delay, resetAt, stallAt, corruptAt, bytesPerSecond, length);
    }

    /// Whether the client can tell the end of the body only by the end of the connection.
    boolean endsConnection() {
        return saidLength != TRUE_LENGTH;
    }
}
