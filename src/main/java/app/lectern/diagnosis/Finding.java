package app.lectern.diagnosis;

import app.lectern.problems.Problem;
import java.util.Optional;

/// What one check found: the thing checked, how it stands, one sentence about it, and the problem if there is one.
public record Finding(Topic topic, String subject, State state, String text, Optional<Problem> problem) {
    public enum Topic { JAVA, HOME, KEY, STORE, NETWORK, CLOCK, SIGN_IN }

    /// What could not be checked is never shown as passed, and neither is a check for which there was nothing to look at.
    public enum State { PASSED, WARNING, FAILED, NOT_CHECKED, NOTHING_TO_CHECK }

    static Finding passed(Topic topic, String subject, String text) {
        return new Finding(topic, subject, State.PASSED, text, Optional.empty());
    }

    static Finding warning(Topic topic, String subject, String text) {
        return new Finding(topic, subject, State.WARNING, text, Optional.empty());
    }

    static Finding failed(Topic topic, String subject, String text, Problem problem) {
        return new Finding(topic, subject, State.FAILED, text, Optional.of(problem));
    }

    static Finding notChecked(Topic topic, String subject, String text) {
        return new Finding(topic, subject, State.NOT_CHECKED, text, Optional.empty());
    }
}
