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

/// `lectern alerts` from end to end on the demo tenant, whose secret is about to end.
class AlertsCommandLineTest {
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

    private JsonNode secret() throws IOException {
        run("alerts", "list", "--json");
        for (var alert : new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8)).path("alerts")) {
            if (alert.path("cause").asText().equals("secret_expiring")) {
                return alert;
            }
        }
        throw new AssertionError("no alert on the secret: " + out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anAlertIsListedSnoozedAndMuted() throws IOException {
        assertThat(run("alerts", "list")).isZero();
        run("integrations", "check");
        var alert = secret();
        assertThat(alert.path("title").asText()).contains("client secret", "23 days");
        assertThat(alert.path("muted").asBoolean()).isFalse();

        assertThat(run("alerts", "snooze", alert.path("id").asText(), "--for", "7d")).isZero();
        assertThat(secret().path("snoozed_until").asText()).isNotEmpty();
        assertThat(run("alerts", "mute", alert.path("id").asText())).isZero();
        assertThat(secret().path("muted").asBoolean()).isTrue();
        assertThat(run("alerts", "snooze", "4711")).isEqualTo(4);
        assertThat(run("alerts", "snooze", "1", "--for", "soon")).isEqualTo(2);
    }
}
