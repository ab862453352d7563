package app.lectern.diagnosis;

import app.lectern.problems.Problem;
import java.util.List;
import java.util.Optional;

/// What one step of the support order found: one sentence, and the lines that it rests on.
public record SupportFinding(SupportStep step, Finding.State state, String text, List<String> lines, Optional<Problem> problem) {
    public SupportFinding {
        lines = List.copyOf(lines);
    }

    static SupportFinding of(SupportStep step, Finding.State state, String text, List<String> lines) {
        return new SupportFinding(step, state, text, lines, Optional.empty());
    }
}
