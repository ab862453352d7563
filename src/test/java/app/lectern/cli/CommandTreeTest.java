package app.lectern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.problems.Remedy;
import app.lectern.words.Words;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CommandTreeTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final GlobalOptions options = new GlobalOptions();
    private final Terminal terminal = Terminal.captured(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    private final Words words = new Words(Locale.UK, ZoneId.of("Europe/London"), Clock.systemUTC());
    private final Output output = new Output(terminal, options, words);

    private Callable<Integer> behaviour = () -> 0;

    @Command(name = "probe")
    final class Probe implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return behaviour.call();
        }
    }

    private int run(String... args) {
        return new CommandTree(options, terminal, words, output, "1.2.3", List.of(Offered.made(new Probe()))).run(args);
    }

    @Test
    void globalOptionsAreTakenBeforeAndAfterTheCommand() {
        assertThat(run("--json", "probe", "--integration", "7", "-v")).isZero();
        assertThat(options.json()).isTrue();
        assertThat(options.integration()).contains("7");
        assertThat(options.verbose()).isTrue();
        assertThat(options.yes()).isFalse();
    }

    @Test
    void anUnknownOptionIsAUsageErrorOnTheErrorStream() {
        assertThat(run("probe", "--nonsense")).isEqualTo(2);
        assertThat(text(err)).contains("--nonsense");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void aProblemIsSaidInThreeSentencesWithItsRemedyAndEvidence() {
        behaviour = () -> {
            throw Problem.of(Problem.Code.PERMISSION_MISSING)
                    .with("permission", "User.Read.All")
                    .seen(new Evidence("Graph", 403, "Authorization_RequestDenied", "Insufficient privileges", "7be0c4d1"))
                    .offering(Remedy.openPage("https://entra.example/app"))
                    .raise();
        };
        assertThat(run("probe")).isEqualTo(3);
        assertThat(text(err))
                .contains("Microsoft refused the request because the app has no User.Read.All.")
                .contains("Open page: https://entra.example/app")
                .contains("403 · Authorization_RequestDenied · request 7be0c4d1")
                .doesNotContain("Insufficient privileges");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void withJsonAProblemIsADocumentThatProgramsCanRead() throws Exception {
        behaviour = () -> {
            throw Problem.of(Problem.Code.USER_UNKNOWN).with("account", "a@b.example").raise();
        };
        assertThat(run("probe", "--json")).isEqualTo(4);
        var document = new ObjectMapper().readTree(out.toByteArray()).path("problem");
        assertThat(document.path("code").asText()).isEqualTo("user-unknown");
        assertThat(document.path("facts").path("account").asText()).isEqualTo("a@b.example");
        assertThat(document.path("what").asText()).isEqualTo("a@b.example is not in the tenant the tenant.");
    }

    @Test
    void aFaultNobodyForesawGetsACodeAndStatus70() {
        behaviour = () -> {
            throw new IllegalStateException("details for the log only");
        };
        assertThat(run("probe")).isEqualTo(70);
        assertThat(text(err)).containsPattern("with the code L[0-9A-F]{6}").doesNotContain("details for the log only");
    }

    @Test
    void helpComesFromTheBundleForEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(text(out)).contains("Use this data folder").contains("completion");
        assertThat(run("probe", "-h")).isZero();
        assertThat(run("--version")).isZero();
        assertThat(text(out)).contains("Lectern 1.2.3, Java ");
    }

    @Test
    void onlyTheCommandThatIsNamedIsMade() {
        var tree = new CommandTree(options, terminal, words, output, "1.2.3", List.of(Offered.made(new Probe()), new Offered("other", () -> {
            throw new AssertionError("nobody asked for it");
        })));
        assertThat(tree.run("probe")).isZero();
        assertThat(tree.run("--version")).isZero();
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheNearestOfAllEvenIfAnArgumentIsCalledLikeAnother() {
        var tree = new CommandTree(options, terminal, words, output, "1.2.3", List.of(Offered.made(new Probe()), Offered.made(new Files())));
        assertThat(tree.run("filse", "probe")).isEqualTo(2);
        assertThat(text(err)).contains("filse").contains("files");
    }

    @Command(name = "files")
    static final class Files implements Callable<Integer> {
        @Override
        public Integer call() {
            return 0;
        }
    }

    @Test
    void completionKnowsTheCommandsAndOptions() {
        assertThat(run("completion")).isZero();
        assertThat(text(out)).contains("complete -F").contains("probe").contains("--integration");
    }

    @Test
    void withoutAPersonAQuestionIsAnsweredWithNoUnlessYesIsGiven() {
        assertThat(output.confirm("cli.option.help")).isFalse();
        run("probe", "--yes");
        assertThat(output.confirm("cli.option.help")).isTrue();
    }

    @Test
    void resultsKeepInstantsReadable() throws Exception {
        output.json(Map.of("at", Instant.parse("2026-11-19T09:42:00Z")));
        assertThat(new ObjectMapper().readTree(out.toByteArray()).path("at").asText()).isEqualTo("2026-11-19T09:42:00Z");
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
