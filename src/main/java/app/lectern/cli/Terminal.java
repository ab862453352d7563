package app.lectern.cli;

import app.lectern.vault.Secret;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Where a command reads from and writes to. Results go to `out`, everything about the run to `err`, so that a pipe gets
/// results only. Tests hand in their own streams.
public record Terminal(PrintStream out, PrintStream err, boolean interactive, boolean colour, Optional<Console> console) {
    /// The process's own streams. Colour and progress only where a person looks on, and never with `NO_COLOR`.
    public static Terminal ofProcess(Map<String, String> environment) {
        var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean colour = console.isPresent() && !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(System.out, System.err, console.isPresent() && !dumb, colour, console);
    }

    public static Terminal captured(PrintStream out, PrintStream err) {
        return new Terminal(out, err, false, false, Optional.empty());
    }

    public Terminal withoutColour() {
        return new Terminal(out, err, interactive, false, console);
    }

    /// Typed without being shown, or the first line of standard input when that is a pipe.
    Secret readSecret(String prompt) {
        if (console.isPresent()) {
            var typed = console.get().readPassword("%s ", prompt);
            try {
                return Secret.of(typed == null ? new char[0] : typed);
            } finally {
                if (typed != null) {
                    Arrays.fill(typed, '\0');
                }
            }
        }
        return Secret.of(readLine(prompt).orElse(""));
    }

    /// A line typed by a person, or from standard input when that is a pipe; empty at its end.
    Optional<String> readLine(String prompt) {
        if (console.isPresent()) {
            return Optional.ofNullable(console.get().readLine("%s", prompt));
        }
        try {
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return Optional.ofNullable(in.readLine());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
