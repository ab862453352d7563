package app.lectern.demo.faults;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What was asked of the tenant and what it answered, newest last, so that tests can look at what really went over the wire.
public final class RequestLog {

    private static final int KEPT = 20_000;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /// One request.
    ///
    /// @param path      percent-encoded, without query
    /// @param query     as sent, or null
    /// @param prefer    the `Prefer` header, or null
    /// @param range     the `Range` header, or null
    /// @param batchItem whether it came inside a `$batch`
    public record Entry(Instant at, String method, String path, String query, String prefer, String range, int status, boolean batchItem) {
    }

    public synchronized void add(Entry entry) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    public synchronized List<Entry> all() {
        return List.copyOf(entries);
    }

    /// The requests with this method whose path contains the text, in the order in which they were answered.
    public List<Entry> matching(String method, String pathPart) {
        return all().stream().filter(entry -> entry.method().equals(method) && entry.path().contains(pathPart)).toList();
    }

    public int count(String method, String pathPart) {
        return matching(method, pathPart).size();
    }

    public synchronized void clear() {
        entries.clear();
    }
}
