package app.lectern.meetings.planning.bulk;

import static app.lectern.meetings.planning.bulk.ListBench.AMINA;
import static app.lectern.meetings.planning.bulk.ListBench.HEADINGS;
import static app.lectern.meetings.planning.bulk.ListBench.MARTA;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.cli.CommandTree;
import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Offered;
import app.lectern.cli.Output;
import app.lectern.cli.Terminal;
import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.meetings.LinkTrail;
import app.lectern.meetings.MeetingExport;
import app.lectern.meetings.commands.MeetingsCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists and terms on the command line, in the demo tenant.
class MeetingImportCommandTest {
    @TempDir
    static Path folder;
    private static ListBench bench;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void open() {
        bench = new ListBench(folder);
    }

    @AfterEach
    void withoutFaults() {
        bench.room.tenant.faults().clear();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private int run(String... arguments) {
        // the newest import is told by its time
        bench.room.clock.advance(java.time.Duration.ofSeconds(1));
        out.reset();
        err.reset();
        var options = new GlobalOptions();
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        var words = bench.room.words;
        var output = new Output(terminal, options, words);
        var meetings = new MeetingsCommand(() -> new MeetingsCommand.Parts(bench.known, new MeetingExport(bench.known, words, bench.room.clock, LinkTrail.NONE), bench.scheduler,
                bench.integration, bench.room.clock), () -> {
                    throw new IllegalStateException("nothing here is about single meetings");
                }, output);
        var whole = MeetingImportCommand.below(meetings, () -> new MeetingImportCommand.Services(bench.rehearsals, bench.imports, bench.presets),
                () -> bench.integration, output);
        return new CommandTree(options, terminal, words, output, "1.0", List.of(Offered.made(whole))).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out());
    }

    private static String file(String text) throws Exception {
        return Files.writeString(folder.resolve("meetings.csv"), text).toString();
    }

    @Test
    void aListIsShownFirstThenCreatedAndTakenBackByItsBatch() throws Exception {
        var list = file("Title,start,end,organizer,attendees\nFirst,soon,,,\nListed one," + bench.at("09:00") + ",," + MARTA + "," + AMINA + "\nListed two,"
                + bench.at("11:00") + ",," + MARTA + ",nobody@northfield.example\n");
        assertThat(run("meetings", "import", list, "--map", "subject=Title", "--dry-run")).isEqualTo(1);
        assertThat(out()).contains("2  Wrong  First  start: “soon” is no date with a time.", "3  Ready  Listed one", "4  Ask  Listed two",
                "attendees: No account has the address nobody@northfield.example.", "1 ready, 1 to be looked at, 0 there already, 1 wrong.", "Nothing was created.");
        assertThat(run("meetings", "import", list, "--map", "subject=Title")).isEqualTo(1);
        assertThat(out()).contains("Nothing was created. With --yes");
        assertThat(bench.events(MARTA, "Listed")).isEmpty();

        assertThat(run("meetings", "import", list, "--map", "subject=Title", "--yes", "--json")).isEqualTo(1);
        assertThat(json().path("done").asInt()).isEqualTo(2);
        assertThat(json().path("wrong").asInt()).isEqualTo(1);
        assertThat(json().path("rows").path(0).path("notes").path(0).path("column").asText()).isEqualTo("start");
        assertThat(json().path("results").path(0).path("join_url").asText()).startsWith("https://");
        var batch = json().path("batch").asText();
        assertThat(bench.events(MARTA, "Listed")).hasSize(2);

        assertThat(run("meetings", "imports")).isZero();
        assertThat(out()).contains(batch, "meetings.csv");
        assertThat(run("meetings", "undo", batch)).isEqualTo(1);
        assertThat(err()).contains("Nothing was taken back.");
        assertThat(run("meetings", "undo", batch, "--yes", "--json")).isZero();
        assertThat(json().path("undone_at").asText()).isNotBlank();
        assertThat(bench.events(MARTA, "Listed")).isEmpty();
    }

    @Test
    void whatFailedIsNamedAndTriedAgain() throws Exception {
        bench.room.tenant.faults().graph("POST", "/users/*/events").times(1).with(Fault.of(GraphRefusal.of(400, "ErrorInvalidRequest", "no")));
        assertThat(run("meetings", "import", file(HEADINGS + "Failing," + bench.at("13:00") + ",," + MARTA + ",\n"), "--yes")).isEqualTo(1);
        assertThat(out()).contains("Failing:", "None done, 1 failed", "lectern meetings undo ");
        var batch = out().replaceAll("(?s).*lectern meetings undo (\\w+).*", "$1");
        assertThat(run("meetings", "retry", batch)).isZero();
        assertThat(out()).contains("Created", "1 done, none failed");
        assertThat(bench.events(MARTA, "Failing")).hasSize(1);
        assertThat(run("meetings", "import", file(HEADINGS + "Failing," + bench.at("13:00") + ",," + MARTA + ",\n"), "--yes")).isZero();
        assertThat(out()).contains("There already");
        assertThat(bench.events(MARTA, "Failing")).hasSize(1);
    }

    @Test
    void aTermIsFilled() throws Exception {
        var first = bench.day.toString();
        assertThat(run("meetings", "term", "--subject", "Term {number}", "--from", first, "--until", bench.day.plusWeeks(2).toString(), "--on",
                bench.day.getDayOfWeek().name().substring(0, 3) + "@17:00", "--skip", bench.day.plusWeeks(1) + ".." + bench.day.plusWeeks(1).plusDays(2), "--minutes", "45",
                "--organizer", MARTA, "--preset", "tutoring", "--yes", "--json")).isZero();
        assertThat(json().path("source").asText()).isEqualTo("Term: Term {number}");
        assertThat(json().path("done").asInt()).isEqualTo(2);
        assertThat(json().path("results").path(1).path("subject").asText()).isEqualTo("Term 2");
        assertThat(bench.events(MARTA, "Term ")).hasSize(2);
    }

    @Test
    void whatCannotBeUsedIsNamed() throws Exception {
        var list = file(HEADINGS + "A," + bench.at("09:00") + ",,,\n");
        assertThat(run("meetings", "import", list, "--map", "room=Title")).isEqualTo(2);
        assertThat(err()).contains("There is no such column.");
        assertThat(run("meetings", "import", list, "--map", "subject=Title")).isEqualTo(2);
        assertThat(err()).contains("The file has no such heading.");
        assertThat(run("meetings", "import", list, "--subject", "{room}")).isEqualTo(2);
        assertThat(run("meetings", "import", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(run("meetings", "undo", "none")).isEqualTo(2);
        assertThat(err()).contains("lectern meetings imports");
        var from = bench.day.toString();
        assertThat(run("meetings", "term", "--subject", "A", "--from", from, "--until", from, "--on", "someday")).isEqualTo(2);
        assertThat(err()).contains("Write it as mon@09:00");
        assertThat(run("meetings", "term", "--subject", "A", "--from", from, "--until", bench.day.minusDays(1).toString(), "--on", "mon@9:00")).isEqualTo(2);
        assertThat(err()).contains("The term has to end after it begins.");
        assertThat(run("meetings", "term", "--subject", "A {room}", "--from", from, "--until", from, "--on", bench.day.getDayOfWeek() + "@9:00")).isEqualTo(2);
        assertThat(run("meetings", "term", "--from", from, "--until", from, "--on", bench.day.getDayOfWeek() + "@9:00")).isEqualTo(2);
        assertThat(run("meetings", "term", "--subject", "A", "--from", from, "--until", from, "--on", bench.day.getDayOfWeek() + "@9:00", "--skip", "soon")).isEqualTo(2);
    }

    @Test
    void eachCommandExplainsItself() {
        for (var name : List.of("import", "imports", "retry", "undo", "term")) {
            assertThat(run("meetings", name, "--help")).isZero();
            assertThat(out()).contains("lectern meetings " + name).doesNotContain("import.option", "term.option");
        }
    }
}
