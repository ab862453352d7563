package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.cli.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole of Lectern from its command line: real store, real MSAL and SDK, demo tenant.
class CommandLineTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        try (var start = new CommandLineStart(terminal, Map.of("LECTERN_HOME", folder.resolve("home").toString()), app.lectern.vault.Keychain.none(), into -> List.of())) {
            return start.run(arguments);
        }
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    @Test
    void onAFreshFolderTheDoctorSignsInToTheDemoTenant() throws Exception {
        assertThat(run("doctor", "--json")).isZero();
        var findings = json().path("findings");
        assertThat(findings.findValuesAsText("check")).contains("java", "home", "key", "store", "network", "sign-in");
        var signIn = java.util.stream.StreamSupport.stream(findings.spliterator(), false)
                .filter(finding -> finding.path("check").asText().equals("sign-in")).findFirst().orElseThrow();
        assertThat(signIn.path("state").asText()).isEqualTo("passed");
        assertThat(signIn.path("of").asText()).isEqualTo("Northfield College");
        assertThat(signIn.path("finding").asText()).isEqualTo("Signed in as the app, with 9 permissions.");
    }

    @Test
    void graphIsAskedThroughTheWholeStackAndItsRefusalsAreSaidInWords() throws Exception {
        assertThat(run("demo", "get", "/users?$top=1&$select=displayName")).isZero();
        assertThat(json().path("value").size()).isEqualTo(1);
        assertThat(run("demo", "get", "/communications/callRecords")).isEqualTo(3);
        assertThat(text(err)).contains("Microsoft refused the request").contains("403");
    }

    @Test
    void everyCallIsKeptWithoutTokensOrNames() throws Exception {
        run("demo", "get", "/users/ruth.okafor@northfield.example");
        try (var wiring = Wiring.open(Start.of(new app.lectern.home.Home(folder.resolve("home")), java.time.Clock.systemUTC(), Map.of()))) {
            var calls = wiring.calls.newest(10);
            assertThat(calls).extracting("method", "status").contains(
                    org.assertj.core.groups.Tuple.tuple("POST", 200), org.assertj.core.groups.Tuple.tuple("GET", 200));
            var get = calls.stream().filter(call -> call.method().equals("GET")).findFirst().orElseThrow();
            assertThat(get.path()).startsWith("/users/").doesNotContain("okafor");
            assertThat(get.requestId()).isNotBlank();
            assertThat(get.purpose()).isEqualTo("Demo: get");
            assertThat(get.attempts()).hasSize(1);
            assertThat(wiring.calls.latency()).isEmpty();
        }
    }

    @Test
    void helpNeedsNoDataFolderAndMakesNone() {
        assertThat(run("--help")).isZero();
        assertThat(run("demo", "serve", "--help")).isZero();
        assertThat(text(out)).contains("--ca-file").contains("Ctrl+C");
        assertThat(run("completion")).isZero();
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void aDamagedStoreIsNamedAndLeftAsItIs() throws Exception {
        run("demo", "info");
        var store = folder.resolve("home/lectern.mv.db");
        var damaged = Files.readAllBytes(store);
        java.util.Arrays.fill(damaged, 0, damaged.length, (byte) 7);
        Files.write(store, damaged);
        assertThat(run("doctor")).isEqualTo(1);
        assertThat(text(err)).contains("Lectern’s store cannot be read.").contains(store.toString());
        assertThat(Files.readAllBytes(store)).isEqualTo(damaged);
    }

    @Test
    void aLostKeyIsBroughtBackByTheRecoveryKey() throws Exception {
        run("demo", "info");
        var kept = folder.resolve("recovery.txt");
        assertThat(run("key", "export", "--to", kept.toString())).isZero();
        assertThat(run("key", "export", "--to", kept.toString())).isEqualTo(2);
        Files.delete(folder.resolve("home/master.key"));
        assertThat(run("doctor")).isEqualTo(1);
        assertThat(text(err)).contains("The key to Lectern’s store is missing.");
        var typo = Files.writeString(folder.resolve("typo.txt"), Files.readString(kept).replaceFirst("-.", "-*"));
        assertThat(run("key", "import", "--from", typo.toString())).isEqualTo(2);
        assertThat(text(err)).contains("a sign in group 1 that never occurs in a key");
        assertThat(run("key", "import", "--from", kept.toString())).isZero();
        assertThat(run("key", "where", "--json")).isZero();
        assertThat(json().path("storage").asText()).isEqualTo("KEY_FILE");
        assertThat(run("demo", "get", "/organization")).isZero();
    }

    @Test
    void aDamagedStoreIsReplacedByItsBackupAndKeptAside() throws Exception {
        run("demo", "info");
        run("demo", "get", "/organization");
        assertThat(run("backup", "make")).isZero();
        assertThat(run("backup", "list", "--json")).isZero();
        assertThat(json().path("backups").size()).isEqualTo(1);
        var store = folder.resolve("home/lectern.mv.db");
        Files.write(store, new byte[4096]);
        assertThat(run("backup", "restore")).isZero();
        assertThat(Files.readAllBytes(store)).as("nobody said yes").isEqualTo(new byte[4096]);
        assertThat(run("backup", "restore", "--yes")).isZero();
        assertThat(text(out)).contains("lectern-damaged-");
        assertThat(run("demo", "get", "/organization")).isZero();
    }

    @Test
    void aCommandLoadsNoJavaFxAndPrintsNoWarning() throws Exception {
        var classes = folder.resolve("classes.txt");
        var process = LecternProcess.run(folder.resolve("home"), List.of("-Xlog:class+load:file=" + classes), "doctor", "--json");
        assertThat(process.err()).isEmpty();
        assertThat(process.status()).isZero();
        try (var loaded = Files.lines(classes)) {
            assertThat(loaded.filter(line -> line.contains("javafx.") || line.contains("com.sun.glass")).toList()).isEmpty();
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
