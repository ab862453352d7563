package app.lectern.recordings;

import app.lectern.problems.Problem;
import java.util.Map;
import java.util.Optional;

/// A reason with its evidence in words.
///
/// @param text  key of the sentence that says what was found
/// @param facts what fills the sentence
public record WhyReason(WhyKind kind, WhyWeight weight, String text, Map<String, String> facts, Optional<Problem> problem) {
    static WhyReason of(WhyKind kind, WhyWeight weight, String text) {
        return new WhyReason(kind, weight, text, Map.of(), Optional.empty());
    }

    WhyReason with(Map<String, String> known) {
        return new WhyReason(kind, weight, text, known, problem);
    }

    WhyReason met(Problem refused) {
        return new WhyReason(kind, weight, text, facts, Optional.of(refused));
    }
}
