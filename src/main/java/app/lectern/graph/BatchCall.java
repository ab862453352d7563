package app.lectern.graph;

import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;

/// One request that travels in a batch: what a builder's `toGetRequestInformation()` and its like make, and how to read the
/// answer. A POST or PATCH is repeated after a throttle only when it is marked.
public record BatchCall<T extends Parsable>(
        RequestInformation request, ParsableFactory<T> answer, About about, boolean repeatable) {
    public static <T extends Parsable> BatchCall<T> of(RequestInformation request, ParsableFactory<T> answer) {
        return new BatchCall<>(request, answer, About.of(""), false);
    }

    /// Facts for this item's own problem.
    public BatchCall<T> about(About about) {
        return new BatchCall<>(request, answer, about, repeatable);
    }

    public BatchCall<T> marked() {
        return new BatchCall<>(request, answer, about, true);
    }
}
