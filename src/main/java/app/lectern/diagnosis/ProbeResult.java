package app.lectern.diagnosis;

import app.lectern.diagnosis.verdict.Signal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// What one probe asked, what came back, and what that means.
///
/// @param request the call as a person reads it, empty for probes that ask nobody
/// @param status  0 where nothing was asked or nothing answered
/// @param label   one or two words for the chip
/// @param raw     the whole answer; the window shows it on demand
public record ProbeResult(ProbeKind kind, State state, String request, int status, String code, String requestId, Duration took,
        String label, String meaning, Set<Signal> signals, String raw) {
    public enum State { GOOD, NOTICE, WARNING, BAD, NEUTRAL }

    public ProbeResult {
        signals = Set.copyOf(signals);
    }

    static ProbeResult local(ProbeKind kind, State state, String label, String meaning, Set<Signal> signals, String detail) {
        return new ProbeResult(kind, state, detail, 0, "", "", Duration.ZERO, label, meaning, signals, "");
    }

    static Set<Signal> none() {
        return EnumSet.noneOf(Signal.class);
    }
}
