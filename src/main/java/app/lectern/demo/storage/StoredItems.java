package app.lectern.demo.storage;

import java.util.Optional;

/// Where the storage host finds a file; the school answers it.
@FunctionalInterface
public interface StoredItems {
    Optional<StoredItem> find(String key);
}
