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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lectern diagnose`, `explain`, `activity`, `logs`, `support-bundle` and `demo cases` from end to end.
class DiagnosisCommandLineTest {
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

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(said());
    }

    private JsonNode planted(String verdict) throws IOException {
        run("demo", "cases", "--json");
        return StreamSupport.stream(json().spliterator(), false).filter(each -> each.path("verdict").asText().equals(verdict)).findFirst().orElseThrow();
    }

    @Test
    void plantedCasesAreListedAndEachLeadsToItsVerdictAndItsStatus() throws IOException {
        run("demo", "cases");
        assertThat(said()).contains("Lectern complete", "19:meeting_", "secret");

        var fine = planted("scheduled");
        assertThat(run("diagnose", fine.path("paste").asText(), "--organizer", fine.path("organiser").asText(), "--json")).isZero();
        assertThat(json().path("verdict").asText()).isEqualTo("scheduled");
        assertThat(json().path("probes")).isNotEmpty().allSatisfy(probe ->
                assertThat(probe.path("status").asInt() == 0 || !probe.path("requestId").asText().isEmpty()).isTrue());

        var unread = planted("permission-missing");
        assertThat(run("diagnose", unread.path("paste").asText(), "--organizer", unread.path("organiser").asText(), "--question", "transcript")).isEqualTo(3);
        assertThat(said()).contains("OnlineMeetingTranscript.Read.All", "What you can do now");

        var gone = planted("organiser-gone");
        assertThat(run("diagnose", gone.path("paste").asText())).isEqualTo(4);
        assertThat(run("diagnose", "https://example.org/no-meeting")).isEqualTo(2);
    }

    @Test
    void theSupportOrderGoesThroughItsFourStepsOneAfterTheOther() throws IOException {
        run("demo", "get", "/users/nobody.at.all@northfield.example/mailboxSettings");
        int status = run("diagnose", "--support-order", "--organizer", "marta.kowalska@northfield.example", "--json");
        assertThat(json().path("steps")).extracting(step -> step.path("step").asText()).containsExactly("error", "calls", "configuration", "account");
        assertThat(json().path("steps")).allSatisfy(step -> assertThat(step.path("finding").asText()).isNotEmpty());
        var account = json().path("steps").get(3);
        assertThat(account.path("finding").asText()).startsWith("marta.kowalska@northfield.example");
        assertThat(account.path("state").asText()).isEqualTo("passed");
        assertThat(json().path("steps").get(1).path("state").asText()).isIn("passed", "warning");
        boolean failed = json().path("steps").get(2).path("state").asText().equals("failed");
        assertThat(status == 0).isEqualTo(!failed);

        run("diagnose", "--support-order", "AADSTS7000222: The provided client secret keys are expired.", "--json");
        assertThat(json().path("steps").get(0).path("state").asText()).isEqualTo("warning");
        assertThat(run("diagnose")).as("neither a paste nor the order").isEqualTo(2);
    }

    @Test
    void whereThereWasNothingToCheckTheSupportOrderSaysThat() {
        run("diagnose", "--support-order");
        assertThat(said().lines().filter(line -> line.matches("[12]\\. .*"))).hasSize(2).allMatch(line -> line.endsWith(": Nothing to check"));
        assertThat(said()).contains("No error was pasted", "Nothing was asked of Microsoft");
    }

    @Test
    void anErrorIsExplainedWithoutAnybodyBeingAsked() throws IOException {
        assertThat(run("explain", "AADSTS7000222: The provided client secret keys are expired.", "--json")).isZero();
        assertThat(json().path("code").asText()).isEqualTo("AADSTS7000222");
        assertThat(json().path("explanation").path("next").asText()).isNotEmpty();
        assertThat(run("diagnose", "{\"error\":{\"code\":\"Forbidden\",\"message\":\"No application access policy found for this app\"}}")).isZero();
        assertThat(said()).contains("policy");
        assertThat(run("explain", "the kettle is cold")).isEqualTo(4);
        assertThat(run("explain")).isZero();
        assertThat(said().lines()).hasSizeGreaterThan(30);
        assertThat(folder.resolve("home").resolve("store")).as("nothing was opened for it").doesNotExist();
    }

    @Test
    void anExportWithJoinLinksIsInTheAuditTrail() throws Exception {
        var start = java.time.LocalDate.now().plusDays(5).atTime(9, 0).toString();
        assertThat(run("meetings", "create", "--subject", "With a link", "--organizer", "marta.kowalska@northfield.example", "--start", start)).isZero();
        var file = folder.resolve("meetings.ics");
        assertThat(run("meetings", "export", "--from", start.substring(0, 10), "--to", file.toString())).isZero();
        assertThat(run("activity", "list", "--json")).isZero();
        assertThat(said()).contains("Exported meetings with their links", "meetings.ics");
    }

    @Test
    void activityIsListedFilteredExportedAndItsChainVerified() throws Exception {
        run("demo", "get", "/users?$top=1");
        run("integrations", "edit", "demo", "--name", "Northfield renamed");
        assertThat(run("activity", "list", "--json")).isZero();
        assertThat(json().path("entries")).isNotEmpty();
        assertThat(run("activity", "list", "--calls", "--text", "users", "--json")).isZero();
        assertThat(json().path("entries")).isNotEmpty();
        assertThat(run("activity", "list", "--calls", "--text", "no such path")).isZero();
        assertThat(run("activity", "list", "--since", "yesterday")).isEqualTo(2);

        var file = folder.resolve("calls.json");
        assertThat(run("activity", "export", "--calls", "--to", file.toString())).isZero();
        assertThat(new ObjectMapper().readTree(file.toFile())).isNotEmpty();

        assertThat(run("activity", "verify", "--json")).isZero();
        assertThat(json().path("whole").asBoolean()).isTrue();
        assertThat(json().path("entries").asInt()).isPositive();
    }

    @Test
    void supportBundleIsWrittenWithoutNames() throws Exception {
        run("demo", "get", "/users/marta.kowalska@northfield.example");
        var file = folder.resolve("bundle.zip");
        assertThat(run("support-bundle", "--to", file.toString(), "--json")).isZero();
        assertThat(json().path("namesKept").asBoolean()).isFalse();
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream()).isNotEmpty().allSatisfy(entry ->
                    assertThat(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("marta.kowalska"));
        }
    }

    @Test
    void logsAreFollowedUntilInterrupted() throws Exception {
        run("doctor");
        run("logs", "--json");
        var log = Path.of(json().path("file").asText());
        var following = Thread.ofPlatform().start(() -> run("logs", "--follow", "--lines", "3"));
        try {
            // a line that comes in two pieces is shown when it is whole
            for (int i = 0; i < 600 && !said().contains("the second half"); i++) {
                if (i % 10 == 0) {
                    Files.writeString(log, "line " + i + " begins, ", StandardOpenOption.APPEND, StandardOpenOption.CREATE);
                    Files.writeString(log, "the second half\n", StandardOpenOption.APPEND);
                }
                Thread.sleep(50);
            }
            assertThat(said()).containsPattern("line \\d+ begins, the second half");
        } finally {
            following.interrupt();
            following.join(Duration.ofSeconds(30));
        }
        assertThat(following.isAlive()).isFalse();
    }
}
