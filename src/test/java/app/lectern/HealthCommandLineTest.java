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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lectern health` from end to end on the demo tenant.
class HealthCommandLineTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        try (var start = new CommandLineStart(terminal, Map.of("LECTERN_HOME", folder.resolve("home").toString()), Keychain.none(), into -> List.of())) {
            return start.run(arguments);
        }
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(said());
    }

    @Test
    void healthTellsMonitoringAndPeopleWhatIsSyncedAndWhatIsNot() throws IOException {
        assertThat(run("health", "--json")).as("never synced").isEqualTo(1);
        assertThat(json().path("healthy").asBoolean(true)).isFalse();
        assertThat(json().path("integrations").path(0).path("state").asText()).isEqualTo("missing");

        run("sync", "--all");
        int status = run("health", "--report", "--json");

        var health = json();
        run("integrations", "check");
        int soon = run("health", "--expiring", "--json");
        var expiring = json().path("expiring");
        assertThat(soon).as("1 when something ends within two weeks").isEqualTo(expiring.path(0).path("days_left").asInt() <= 14 ? 1 : 0);
        assertThat(expiring).extracting(each -> each.path("kind").asText()).contains("credential", "recording", "permissions", "activity");
        assertThat(expiring).extracting(each -> Instant.parse(each.path("at").asText())).isSorted();
        assertThat(run("health", "--expiring")).isEqualTo(soon);
        assertThat(said()).contains("23 days", "Teams removes it from the OneDrive of");

        var one = health.path("integrations").path(0);
        assertThat(one.path("integration").asText()).isEqualTo("Northfield College");
        assertThat(one.path("state").asText()).isEqualTo("synced");
        assertThat(one.path("facets").path("attendance").path("synced").asInt()).isGreaterThan(10);
        assertThat(one.path("off").toString()).contains("chat");
        assertThat(one.path("figures").path("success_rate").path("target_at_least").asDouble()).isEqualTo(0.99);
        assertThat(one.path("figures").path("average_latency_seconds").path("value").asDouble()).isPositive();
        assertThat(status).as("the exit status says what the document says").isEqualTo(health.path("healthy").asBoolean() ? 0 : 1);
        assertThat(one.path("troubles").isArray()).isTrue();

        assertThat(run("health", "--meeting", "1", "--json")).isZero();
        assertThat(json().path("subject").asText()).isNotEmpty();
        assertThat(json().has("facets")).isTrue();
        assertThat(run("health", "--meeting", "999999")).isEqualTo(4);

        run("health", "--report");
        assertThat(said()).contains("Northfield College", "Syncs get through", "Attendance", "Success rate");
    }
}
