package app.lectern.demo.storage;

/// A file as the storage host serves it.
///
/// @param eTag the tag with its quotes, changed whenever the content changes
public record StoredItem(String name, String contentType, String eTag, StoredBytes bytes) {
}
