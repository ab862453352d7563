package app.lectern.integrations.wizard;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One field while it is typed in: its text, and what is wrong with it, in words. A field that nobody has touched is not
/// blamed for being empty; trying to go on touches all of them.
final class FieldViewModel {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final Function<String, Optional<Problem>> rule;
    private final ProblemText words;

    FieldViewModel(Function<String, Optional<Problem>> rule, ProblemText words) {
        this.rule = rule;
        this.words = words;
        text.subscribe((before, now) -> check());
    }

    StringProperty text() {
        return text;
    }

    String value() {
        return text.get().strip();
    }

    ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    /// Fills the field in from what was kept, without blaming it.
    void fill(String kept) {
        text.set(kept);
        if (kept.isEmpty()) {
            fault.set("");
        }
    }

    /// Judges the field as it is now; true when nothing is wrong.
    boolean check() {
        var problem = rule.apply(value());
        fault.set(problem.map(this::sentences).orElse(""));
        return problem.isEmpty();
    }

    /// What turned out to be wrong only when it was tried.
    void blame(Problem problem) {
        fault.set(sentences(problem));
    }

    /// A rule's own reason says all; what Entra answered needs the next step too.
    private String sentences(Problem problem) {
        if (problem.code() == Problem.Code.INPUT_WRONG) {
            return words.why(problem);
        }
        return words.what(problem) + " " + words.next(problem);
    }
}
