package app.lectern.shell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Catches what JavaFX says while a test runs: warnings in its log (style sheets, FXML) and traces on the error stream.
public final class Complaints extends Handler implements AutoCloseable {
    private final Logger javafx = Logger.getLogger("");
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final List<String> logged = new CopyOnWriteArrayList<>();

    public Complaints() {
        javafx.addHandler(this);
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    public List<String> logged() {
        return logged;
    }

    public String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
            logged.add(record.getLoggerName() + ": " + record.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        javafx.removeHandler(this);
        System.setErr(before);
    }
}
