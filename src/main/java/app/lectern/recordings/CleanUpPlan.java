package app.lectern.recordings;

import java.time.Instant;
import java.util.List;

/// What a clean-up would do, and why it leaves what it leaves.
///
/// @param before recordings from before this moment are old enough
public record CleanUpPlan(CleanUpRule rule, Instant before, List<Item> going, List<Item> staying) {
    /// Why a copy stays; GOES for those that do not.
    public enum CleanUpReason { GOES, KEEP_FLAG, ONLY_COPY, FILE_MISSING, DAMAGED }

    public record Item(Recording recording, long bytes, CleanUpReason reason) {}

    public long bytes() {
        return going.stream().mapToLong(Item::bytes).sum();
    }
}
