package app.lectern.graph;

import app.lectern.problems.Problem;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/// What a storage host answered to a request for bytes. Whoever reads them closes it; another thread may only [#cut] it, which
/// ends a read that waits.
public sealed interface Fetched extends AutoCloseable {
    @Override
    void close();

    default void cut() {
        // nothing is open
    }

    /// 200: everything from the start, whether or not a part was asked for. A length of -1 is unknown.
    record Whole(InputStream bytes, long length, String etag, Runnable cutting, Runnable end) implements Fetched {
        @Override
        public void close() {
            end.run();
        }

        @Override
        public void cut() {
            cutting.run();
        }
    }

    /// 206: the bytes from `from` on. A total of -1 is unknown.
    record Part(InputStream bytes, long from, long total, String etag, Runnable cutting, Runnable end) implements Fetched {
        @Override
        public void close() {
            end.run();
        }

        @Override
        public void cut() {
            cutting.run();
        }
    }

    /// 416: nothing begins there; the file has `total` bytes, or -1 if the host did not say.
    record OutOfRange(long total) implements Fetched {
        @Override
        public void close() {
            // nothing is open
        }
    }

    /// 429, 503 and their like: not now. Without a time the host leaves it to the caller when to ask again.
    record Later(Optional<Duration> pause, Problem problem) implements Fetched {
        @Override
        public void close() {
            // nothing is open
        }
    }
}
