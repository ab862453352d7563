package app.lectern.sync;

import app.lectern.integrations.Integration;
import app.lectern.store.Store;
import java.time.Clock;
import java.util.Optional;

/// Where the parts of a sync keep how far they are: delta links by name, such as `recordings/drive/ID`.
public final class Checkpoints {
    private final CheckpointStore store;
    private final Clock clock;

    public Checkpoints(Store store, Clock clock) {
        this.store = new CheckpointStore(store);
        this.clock = clock;
    }

    public Optional<String> find(Integration of, String name) {
        return store.find(of.id(), name);
    }

    public void keep(Integration of, String name, String content) {
        store.keep(of.id(), name, content, clock.instant());
    }

    public void forget(Integration of, String name) {
        store.forget(of.id(), name);
    }

    /// All whose names begin like this.
    public void forgetAll(Integration of, String beginning) {
        store.forgetAll(of.id(), beginning);
    }
}
