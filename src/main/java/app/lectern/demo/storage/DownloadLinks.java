package app.lectern.demo.storage;

/// Hands out pre-authenticated addresses for files, a new one at each call, that expire after a few minutes.
@FunctionalInterface
public interface DownloadLinks {
    /// An address for the item with this key; the key is whatever the school's [StoredItems] understands.
    String issue(String key);
}
