package app.lectern.overview;

import app.lectern.problems.Problem;
import app.lectern.sync.alerts.Fix;
import java.util.Optional;

/// One thing that needs somebody: what, why, how urgent, the step that mends it, and the problem that says all there is to do.
public record Attention(Urgency urgency, String title, String text, Fix fix, Optional<Problem> problem) {
    /// In the order in which they are listed.
    public enum Urgency { ERROR, SOON, ADVICE }
}
