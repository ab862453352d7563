package app.lectern.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// The right end of the task strip. Belongs to the FX thread.
public record ServiceStatus(ObservableValue<Optional<Instant>> lastSync, ObservableValue<Optional<Duration>> latency) {}
