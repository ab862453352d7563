package app.lectern.graph;

import app.lectern.problems.Problem;
import java.util.Optional;

/// How one request of a batch ended.
public sealed interface BatchOutcome<T> {
    /// The value is empty where Graph answers without a body.
    record Done<T>(int status, Optional<T> value) implements BatchOutcome<T> {}

    record Failed<T>(Problem problem) implements BatchOutcome<T> {}

    /// The work was cancelled before this one was sent.
    record NotSent<T>() implements BatchOutcome<T> {}
}
