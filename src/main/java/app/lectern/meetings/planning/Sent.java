package app.lectern.meetings.planning;

import app.lectern.graph.BatchOutcome;
import app.lectern.problems.Problem;
import java.util.Optional;
import java.util.function.Function;

/// How one request for a slot ended: its answer, or the refusal; neither when it was not sent. An answer without a body has no value.
record Sent<T>(Optional<T> value, Optional<Problem> refusal, boolean sent) {
    static <A, T> Sent<T> of(BatchOutcome<A> outcome, Function<A, T> read) {
        return switch (outcome) {
            case BatchOutcome.Done<A> done -> new Sent<>(done.value().map(read), Optional.empty(), true);
            case BatchOutcome.Failed<A> failed -> new Sent<>(Optional.empty(), Optional.of(failed.problem()), true);
            case BatchOutcome.NotSent<A> cancelled -> new Sent<>(Optional.empty(), Optional.empty(), false);
        };
    }

    boolean refusedFor(Problem.Code... codes) {
        return refusal.filter(problem -> java.util.List.of(codes).contains(problem.code())).isPresent();
    }
}
