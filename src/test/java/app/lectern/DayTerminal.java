package app.lectern;

import app.lectern.cli.Terminal;
import app.lectern.vault.Keychain;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A person's day on the command line: each command is a Lectern of its own on the same data folder, and is counted.
final class DayTerminal {
    private static final Path TABLES = Path.of("target", "pictures", "days");

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final RememberedPrograms programs = new RememberedPrograms();
    private int commands;

    DayTerminal(Path home) {
        environment.put("LECTERN_HOME", home.toString());
    }

    void environment(String name, String value) {
        environment.put(name, value);
    }

    int run(String... arguments) {
        commands++;
        out.reset();
        err.reset();
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        try (var start = new CommandLineStart(terminal, environment, Keychain.none(), into -> List.of(), programs)) {
            return start.run(arguments);
        }
    }

    /// How many commands the day took, beside the tables of the windows' days.
    void keep(String day) throws IOException {
        Files.createDirectories(TABLES);
        Files.writeString(TABLES.resolve(day + ".md"), "| day | commands |\n| --- | --- |\n| %s | %d |\n".formatted(day, commands));
    }

    RememberedPrograms programs() {
        return programs;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /// Everything that was said, for whoever finds out why a step failed.
    String said() {
        return out() + err.toString(StandardCharsets.UTF_8);
    }

    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
