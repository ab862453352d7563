package app.lectern.graph;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Opens a [GraphSession] per connection and keeps it, so that tokens and sockets are shared by all features.
public final class GraphSessions implements AutoCloseable {
    private final GraphParts parts;
    private final Map<String, GraphSession> open = new ConcurrentHashMap<>();

    public GraphSessions(GraphParts parts) {
        this.parts = parts;
    }

    /// The session of this connection. A connection or network setting that has changed gets a new one in its place.
    /// Its secrets must stay unwiped for as long as the session is open: each renewal reads them again.
    public GraphSession open(Connection connection, HttpOptions network) {
        return open.compute(connection.id(), (id, known) -> {
            if (known != null && known.connection().equals(connection) && known.network().equals(network)) {
                return known;
            }
            if (known != null) {
                known.close();
            }
            return new GraphSession(connection, new Http(network), parts);
        });
    }

    /// A session that nobody keeps: for trying a connection out before it is saved. The caller closes it.
    public GraphSession trial(Connection connection, HttpOptions network) {
        return new GraphSession(connection, new Http(network), parts);
    }

    /// Asks Entra for a tenant before there is a connection to it.
    public TenantFacts findTenant(Cloud cloud, String tenant, HttpOptions network) {
        try (var http = new Http(network)) {
            var retry = new Retry(parts.sleeper(), () -> ThreadLocalRandom.current().nextDouble(), waiting -> {});
            var recording = new CallRecording(parts.log(), "", parts.clock(), http.namedProxy());
            var attempts = new AttemptRecording(new ClockSkew(parts.clock()));
            return new TenantLookup(GraphSession.layered(http.plain(), recording, new AnswerCheck(), retry, attempts))
                    .find(cloud, tenant);
        }
    }

    /// Who wants to hear that calls wait.
    public Pauses pauses() {
        return parts.pauses();
    }

    /// Which connections are in doubt.
    public Reach reach() {
        return parts.reach();
    }

    public void close(String connection) {
        var known = open.remove(connection);
        if (known != null) {
            known.close();
        }
    }

    @Override
    public void close() {
        open.keySet().forEach(this::close);
    }
}
