package app.lectern.overview;

import app.lectern.problems.Problem;
import java.util.Optional;

/// One thing that needs somebody: what, why, how urgent, and the problem that says what to do.
public record Attention(Urgency urgency, String title, String text, Optional<Problem> problem) {
    /// In the order in which they are listed.
    public enum Urgency { ERROR, SOON, ADVICE }
}
