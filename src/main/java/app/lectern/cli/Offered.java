package app.lectern.cli;

import java.util.function.Supplier;
import picocli.CommandLine;

/// A command that a feature brings, made only by a run that names it: reading the options of all of them takes longer than most of them run.
///
/// @param command an object with picocli's annotations, or its `CommandLine` with what is below it
public record Offered(String name, Supplier<Object> command) {
    /// One that is there already.
    public static Offered made(Object command) {
        var line = command instanceof CommandLine whole ? whole : new CommandLine(command);
        return new Offered(line.getCommandName(), () -> command);
    }
}
