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
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same day of support by command line alone, from an empty data folder: one command for each verdict, one for the bundle.
class SupportDayCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try (var start = new CommandLineStart(terminal, Map.of("LECTERN_HOME", folder.resolve("home").toString()), Keychain.none(), into -> List.of())) {
            return start.run(arguments);
        }
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void fourTicketsEndInAVerdictAFixOrABundle() throws IOException {
        run("demo", "cases", "--json");
        var cases = json();

        assertThat(diagnosed(cases, "The recording is missing: ", "not-recorded").path("now")).isNotEmpty();
        assertThat(diagnosed(cases, "Total time shows 0: ", "instant").path("now").path(0).asText()).isNotBlank();
        assertThat(diagnosed(cases, "The link does not work: ", "link-gone").path("now").path(0).asText()).isNotBlank();

        assertThat(run("explain", "404", "Not", "Found", "UnknownError")).isZero();
        var bundle = folder.resolve("bundle.zip");
        assertThat(run("support-bundle", "--to", bundle.toString())).isZero();
        try (var zip = new ZipFile(bundle.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()).toList()).contains("calls.csv", "README.txt");
        }
    }

    /// Question and organiser are read out of the ticket’s own words.
    private JsonNode diagnosed(JsonNode cases, String words, String verdict) throws IOException {
        var planted = StreamSupport.stream(cases.spliterator(), false).filter(each -> each.path("verdict").asText().equals(verdict)).findFirst().orElseThrow();
        run("diagnose", planted.path("organiser").asText() + " says: " + words + planted.path("paste").asText(), "--json");
        assertThat(json().path("verdict").asText()).isEqualTo(verdict);
        return json();
    }
}
