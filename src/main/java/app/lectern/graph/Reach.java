package app.lectern.graph;

import app.lectern.problems.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Which connections are in doubt, because the latest call to Entra or Graph found no way there. Whoever watches finds out whether it
/// was that call alone. The hosts of files are not counted: one may be down while everything else works.
public final class Reach {
    private static final Set<Problem.Code> NO_WAY = Set.of(Problem.Code.HOST_UNKNOWN, Problem.Code.CONNECTION_REFUSED, Problem.Code.CONNECTION_LOST,
            Problem.Code.TIMED_OUT);

    private final Map<String, String> doubts = new ConcurrentHashMap<>();
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();

    /// @param told of a connection's id with each call that puts it into doubt, and when it comes out of it, on the thread that made the call; should be quick
    public void watch(Consumer<String> told) {
        watchers.add(told);
    }

    /// The host to which no way was found.
    public Optional<String> doubt(String connection) {
        return Optional.ofNullable(doubts.get(connection));
    }

    /// Puts a connection into doubt before anything was asked.
    public void suspect(String connection, String host) {
        doubts.put(connection, host);
        tell(connection);
    }

    void answered(String connection) {
        if (doubts.remove(connection) != null) {
            tell(connection);
        }
    }

    void failed(String connection, IOException failure) {
        if (failure.getCause() instanceof CancelledCall) {
            return;
        }
        var met = TransportProblems.of(failure);
        if (NO_WAY.contains(met.code())) {
            doubts.put(connection, met.facts().getOrDefault("host", ""));
            tell(connection);
        }
    }

    private void tell(String connection) {
        watchers.forEach(told -> told.accept(connection));
    }
}
