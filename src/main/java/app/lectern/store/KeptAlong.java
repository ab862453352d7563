package app.lectern.store;

import org.jdbi.v3.core.Handle;

/// What a store of another room keeps in the same transaction as the rows it belongs to: all are there or none.
@FunctionalInterface
public interface KeptAlong {
    KeptAlong NOTHING = handle -> {};

    void keep(Handle handle);
}
