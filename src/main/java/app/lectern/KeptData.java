package app.lectern;

import app.lectern.integrations.Integration;
import app.lectern.integrations.LocalData;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/// What a room that does not know integrations' own bookkeeping keeps of one, so that it is named before a removal and goes with it.
record KeptData(String name, ToLongFunction<Integration> counted, Consumer<Integration> removed) implements LocalData {
    /// Rows that the store itself removes together with the integration.
    static KeptData cascading(String name, ToLongFunction<Integration> counted) {
        return new KeptData(name, counted, gone -> {});
    }

    @Override
    public long count(Integration of) {
        return counted.applyAsLong(of);
    }

    @Override
    public void remove(Integration of) {
        removed.accept(of);
    }
}
