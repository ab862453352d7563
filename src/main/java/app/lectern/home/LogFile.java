package app.lectern.home;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The program's own log: a few files of a megabyte in the data folder, nothing on the console. Lectern's own lines from
/// INFO on, those of libraries from WARNING on; with `--verbose` one step more of each.
public final class LogFile implements AutoCloseable {
    private static final int BYTES_PER_FILE = 1_000_000;
    private static final int FILES = 5;

    private final Handler handler;
    /// Loggers are kept only weakly by the JDK; losing one would lose its level.
    private final Logger own = Logger.getLogger("app.lectern");

    private LogFile(Handler handler) {
        this.handler = handler;
    }

    /// Without a place to write, the log is simply off: Lectern works, and says elsewhere what is wrong with the folder.
    public static LogFile open(Home home, ZoneId zone, boolean verbose) {
        LogManager.getLogManager().reset();
        Handler handler = null;
        try {
            // %u tells window and command line apart when both are open
            handler = new FileHandler(home.logs().resolve("lectern-%u.%g.log").toString(), BYTES_PER_FILE, FILES, true);
            handler.setEncoding("UTF-8");
            handler.setLevel(Level.ALL);
            handler.setFormatter(new Line(zone));
        } catch (IOException noFolder) {
            return new LogFile(null);
        }
        var log = new LogFile(handler);
        var root = Logger.getLogger("");
        root.setLevel(verbose ? Level.INFO : Level.WARNING);
        log.own.setLevel(verbose ? Level.FINE : Level.INFO);
        root.addHandler(handler);
        return log;
    }

    @Override
    public void close() {
        if (handler != null) {
            Logger.getLogger("").removeHandler(handler);
            handler.close();
        }
    }

    /// `2026-11-19 09:42:00.123 INFO  jobs.Jobs  job 3 ended`, then the stack trace if there is one.
    private static final class Line extends Formatter {
        private final DateTimeFormatter time;

        Line(ZoneId zone) {
            time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
        }

        @Override
        public String format(LogRecord entry) {
            var text = new StringWriter();
            var out = new PrintWriter(text);
            out.printf("%s %-7s %s  %s%n", time.format(entry.getInstant()), entry.getLevel().getName(),
                    entry.getLoggerName().replace("app.lectern.", ""), formatMessage(entry));
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(out);
            }
            return text.toString();
        }
    }
}
