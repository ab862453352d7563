package app.lectern.diagnosis.verdict;

import java.util.List;
import java.util.Optional;

/// A verdict with what speaks for and against it, strongest first.
///
/// @param confidence from 0 to 1; 0 for a verdict of unknown
/// @param kind       the kind of meeting, where it is known beside another verdict
public record Judgement(Verdict verdict, double confidence, List<Signal> agreeing, List<Signal> against, Optional<Kind> kind) {
    public enum Level { HIGH, MEDIUM, LOW }

    public Judgement {
        agreeing = List.copyOf(agreeing);
        against = List.copyOf(against);
    }

    public Level level() {
        return confidence >= 0.9 ? Level.HIGH : confidence >= 0.6 ? Level.MEDIUM : Level.LOW;
    }
}
