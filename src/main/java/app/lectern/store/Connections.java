package app.lectern.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/// Keeps a few connections open, so that the database stays open and a guest need not knock each time. One that broke,
/// because the disk was full or the serving process went, is dropped and replaced.
final class Connections implements ConnectionFactory, AutoCloseable {
    private static final int KEPT = 4;

    private final DataSource source;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    Connections(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection openConnection() throws SQLException {
        for (var kept = poll(); kept != null; kept = poll()) {
            if (works(kept)) {
                return kept;
            }
            discard(kept);
        }
        return open();
    }

    /// A new connection, which the caller closes.
    Connection open() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void closeConnection(Connection connection) {
        try {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                if (offer(connection)) {
                    return;
                }
            }
        } catch (SQLException broken) {
            // it is dropped below
        }
        discard(connection);
    }

    private synchronized Connection poll() {
        return idle.poll();
    }

    private synchronized boolean offer(Connection connection) {
        return !closed && idle.size() < KEPT && idle.offer(connection);
    }

    private static boolean works(Connection connection) {
        try {
            return connection.isValid(0);
        } catch (SQLException broken) {
            return false;
        }
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            // it was of no more use
        }
    }

    @Override
    public void close() {
        Connection next;
        synchronized (this) {
            closed = true;
        }
        while ((next = poll()) != null) {
            discard(next);
        }
    }
}
