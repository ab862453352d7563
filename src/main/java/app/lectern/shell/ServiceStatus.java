package app.lectern.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// How the window stands with Microsoft: at the right end of the task strip, and in a message above every screen while there is no way
/// there. Belongs to the FX thread.
///
/// @param tryNow does not wait for the next try to reach Microsoft
public record ServiceStatus(
        ObservableValue<Optional<Instant>> lastSync, ObservableValue<Optional<Duration>> latency, ObservableValue<ConnectionState> connection, Runnable tryNow) {
    /// For a window whose connection is never lost.
    public ServiceStatus(ObservableValue<Optional<Instant>> lastSync, ObservableValue<Optional<Duration>> latency) {
        this(lastSync, latency, new SimpleObjectProperty<>(new ConnectionState.Open()), () -> {});
    }

    boolean isLost() {
        return connection.getValue() instanceof ConnectionState.Lost;
    }
}
