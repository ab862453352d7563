package app.lectern.accounts;

import app.lectern.problems.Problem;
import java.util.function.Function;

/// How Graph answered one question about one account.
sealed interface Answer<T> {
    record Given<T>(T value, Asked asked) implements Answer<T> {}

    record Refused<T>(Problem problem, Asked asked) implements Answer<T> {}

    /// Not asked yet, or never, because the work was cancelled.
    record Open<T>() implements Answer<T> {}

    default <R> R either(Function<Given<T>, R> given, Function<Refused<T>, R> refused, R open) {
        return switch (this) {
            case Given<T> value -> given.apply(value);
            case Refused<T> problem -> refused.apply(problem);
            case Open<T> nothing -> open;
        };
    }

    default boolean isOpen() {
        return this instanceof Open;
    }

    default boolean isRefusedWith(Problem.Code code) {
        return this instanceof Refused<T> refused && refused.problem().code() == code;
    }
}
