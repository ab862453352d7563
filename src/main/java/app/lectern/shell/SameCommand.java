package app.lectern.shell;

import java.util.List;
import java.util.stream.Collectors;

/// The command line that does the same as a dialog or button, so that a person can script what they just did.
public record SameCommand(List<String> arguments) {
    public SameCommand {
        arguments = List.copyOf(arguments);
    }

    public static SameCommand of(String... arguments) {
        return new SameCommand(List.of(arguments));
    }

    /// The line as it can be pasted into a shell, arguments quoted where needed.
    public String line() {
        return "lectern " + arguments.stream().map(SameCommand::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9@%+=:,./_-]+") ? argument : "\"" + argument.replace("\"", "\\\"") + "\"";
    }
}
