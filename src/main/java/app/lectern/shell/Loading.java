package app.lectern.shell;

import app.lectern.problems.Problem;
import java.util.Optional;

/// What a view knows of something that must be fetched: one value in place of four flags that can disagree.
/// Busy and failed keep the last data, so that a view goes on showing it.
public sealed interface Loading<T> {
    record Idle<T>() implements Loading<T> {}

    record Busy<T>(Optional<T> before) implements Loading<T> {}

    record Ready<T>(T value) implements Loading<T> {}

    record Failed<T>(Problem problem, Optional<T> before) implements Loading<T> {}

    static <T> Loading<T> idle() {
        return new Idle<>();
    }

    static <T> Loading<T> busy() {
        return new Busy<>(Optional.empty());
    }

    static <T> Loading<T> ready(T value) {
        return new Ready<>(value);
    }

    static <T> Loading<T> failed(Problem problem) {
        return new Failed<>(problem, Optional.empty());
    }

    /// The newest data, whether or not more is on its way.
    default Optional<T> data() {
        return switch (this) {
            case Idle<T> idle -> Optional.empty();
            case Busy<T> busy -> busy.before();
            case Ready<T> ready -> Optional.of(ready.value());
            case Failed<T> failed -> failed.before();
        };
    }

    default Loading<T> busyAgain() {
        return new Busy<>(data());
    }

    default Loading<T> failedWith(Problem problem) {
        return new Failed<>(problem, data());
    }

    default boolean isBusy() {
        return this instanceof Busy;
    }
}
