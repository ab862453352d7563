package app.lectern.graph;

import app.lectern.graph.CallEntry.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;

/// The attempts of one call, gathered while it passes through the interceptors; travels as a tag of the request.
final class CallTrace {
    private final Clock clock;
    private final List<Attempt> attempts = new ArrayList<>();
    private Duration waited = Duration.ZERO;
    private String reason = "";
    private String clientRequestId = "";

    CallTrace(Clock clock) {
        this.clock = clock;
    }

    static CallTrace of(Request request) {
        return request.tag(CallTrace.class);
    }

    synchronized void waits(Duration wait, String why) {
        waited = wait;
        reason = why;
    }

    synchronized void attempt(java.time.Instant at, int status, String fault) {
        attempts.add(new Attempt(at, status, fault, waited, reason));
        waited = Duration.ZERO;
        reason = "";
    }

    synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    synchronized void named(String id) {
        clientRequestId = id;
    }

    synchronized String clientRequestId() {
        return clientRequestId;
    }

    Clock clock() {
        return clock;
    }
}
