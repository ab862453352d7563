package app.lectern.meetings.planning;

import org.jdbi.v3.core.Handle;

/// What a store of another room keeps in the same transaction as the slots it belongs to: both are there or neither.
@FunctionalInterface
public interface KeptAlong {
    KeptAlong NOTHING = handle -> {};

    void keep(Handle handle);
}
