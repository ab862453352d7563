package app.lectern.sync.schedule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the system's scheduler is to start.
///
/// @param program how Lectern is started on this computer, arguments included
/// @param home    the data folder, always named, so that another login shell changes nothing
/// @param usual   whether it is the data folder that Lectern takes by itself
public record ScheduledRun(List<String> program, Path home, boolean usual, Interval interval) {
    public ScheduledRun {
        program = List.copyOf(program);
    }

    /// The name under which it is found again. Each data folder may have a schedule of its own.
    String name() {
        return usual ? "lectern-sync" : "lectern-sync-" + String.format(Locale.ROOT, "%08x", home.toString().hashCode());
    }

    List<String> command() {
        var line = new ArrayList<>(program);
        line.addAll(List.of("--home", home.toString(), "sync", "--all", "--status", "ended", "--scheduled"));
        return line;
    }
}
