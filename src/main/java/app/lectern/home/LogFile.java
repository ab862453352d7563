package app.lectern.home;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
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

    /// The log files of the folder, the one written to last first.
    public static List<Path> files(Home home) {
        if (!Files.isDirectory(home.logs())) {
            return List.of();
        }
        try (var files = Files.list(home.logs())) {
            return files.filter(file -> file.getFileName().toString().matches("lectern-\\d+\\.\\d+\\.log"))
                    .sorted(Comparator.comparing(LogFile::changed).reversed().thenComparing(Path::getFileName))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    /// The file's text, from the end back to what fits into one file; empty when it went away meanwhile.
    public static String tail(Path file) {
        return read(file, Math.max(0, size(file) - BYTES_PER_FILE));
    }

    /// What stands in the file from this byte on.
    public static String read(Path file, long from) {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(from);
            var bytes = Channels.newInputStream(channel).readNBytes(2 * BYTES_PER_FILE);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    public static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
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
