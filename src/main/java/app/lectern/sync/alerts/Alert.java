package app.lectern.sync.alerts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An alert as it is kept, for as long as its cause lasts.
///
/// @param told when somebody was told about it
public record Alert(long id, long integration, AlertCause cause, String thing, Map<String, String> facts, Instant since, Optional<Instant> told,
        Optional<Instant> snoozedUntil, boolean muted) {
    public Alert {
        facts = Map.copyOf(facts);
    }

    public boolean isSilent(Instant now) {
        return muted || snoozedUntil.filter(now::isBefore).isPresent();
    }

    /// To be told: new, or its snooze has ended since it was last told.
    boolean isDue(Instant now) {
        return !isSilent(now) && (told.isEmpty() || snoozedUntil.filter(until -> told.get().isBefore(until)).isPresent());
    }

    public Fix fix() {
        return switch (cause) {
            case RECORDING_MISSING -> new Fix(cause.fix(), thing);
            case RECORDINGS_EXPIRING -> Fix.RECORDINGS_AT_RISK;
            default -> Fix.of(cause.fix());
        };
    }
}
