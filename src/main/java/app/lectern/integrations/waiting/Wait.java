package app.lectern.integrations.waiting;

import app.lectern.problems.Problem;
import java.time.Instant;
import java.util.Optional;

/// Something that Microsoft was told and has not carried out everywhere yet.
///
/// @param subject   the account or permission it is about
/// @param lastLook  empty before the first look
/// @param works     since when it works; empty while it does not
/// @param lastSeen  what the last look found
public record Wait(
        long id,
        long integration,
        WaitKind kind,
        String subject,
        Instant since,
        Instant nextLook,
        Optional<Instant> lastLook,
        int looks,
        Optional<Instant> works,
        Optional<Problem> lastSeen) {
    public Instant usualBy() {
        return since.plus(kind.usual());
    }

    public Instant latestBy() {
        return since.plus(kind.latest());
    }

    public boolean isOver() {
        return works.isPresent();
    }

    /// Later than Microsoft ever needs: something was done wrong, or not at all.
    public boolean isLate(Instant now) {
        return works.isEmpty() && now.isAfter(latestBy());
    }
}
