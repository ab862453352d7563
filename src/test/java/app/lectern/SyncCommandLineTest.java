package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.cli.Terminal;
import app.lectern.vault.Keychain;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lectern sync` and `lectern schedule` from end to end on the demo tenant.
class SyncCommandLineTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        var environment = Map.of("LECTERN_HOME", folder.resolve("home").toString());
        try (var start = new CommandLineStart(terminal, environment, Keychain.none(), into -> List.of())) {
            return start.run(arguments);
        }
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aSyncSaysPerFacetWhatItMet() throws IOException {
        run("sync", "--all", "--json");

        assertThat(json().path("items_processed").asInt()).isGreaterThan(80);
        assertThat(json().path("details").path("meetings").path("created").asInt()).isGreaterThan(80);
        assertThat(json().path("details").path("meetings").path("success").asBoolean()).isTrue();
        assertThat(json().path("details").has("chat")).as("the permission for chats is not granted, so the facet is off").isFalse();

        run("sync", "--status", "ended");
        assertThat(out.toString(StandardCharsets.UTF_8)).as(err.toString(StandardCharsets.UTF_8)).contains("Northfield College", "Meetings", "items processed");
    }

    @Test
    void aStatusThatNobodyKnowsIsRefusedBeforeAnythingIsAsked() {
        assertThat(run("sync", "--status", "started")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("ended");
        assertThat(run("schedule", "install", "--every", "17")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("15, 30, 60");
    }
}
