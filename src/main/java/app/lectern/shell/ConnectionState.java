package app.lectern.shell;

import java.time.Instant;
import java.util.Optional;

/// How the chosen integration stands with Microsoft at the moment.
public sealed interface ConnectionState {
    record Open() implements ConnectionState {}

    /// @param host    to which there is no way
    /// @param next    when it is tried again, empty while it is tried
    /// @param waiting how many changes could not be sent since, and are sent when there is a way again
    record Lost(String host, Optional<Instant> next, int waiting) implements ConnectionState {}

    /// Microsoft asked to wait.
    record SlowedDown(Instant from, Instant until) implements ConnectionState {}
}
