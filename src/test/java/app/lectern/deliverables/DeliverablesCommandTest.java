package app.lectern.deliverables;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.cli.CommandTree;
import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Offered;
import app.lectern.cli.Output;
import app.lectern.cli.Terminal;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.integrations.Room;
import app.lectern.tables.TableFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliverablesCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private CalendarBench bench;

    @BeforeEach
    void open() {
        bench = new CalendarBench(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var options = new GlobalOptions();
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        var output = new Output(terminal, options, bench.room.words);
        var command = new DeliverablesCommand(() -> new DeliverablesCommand.Parts(bench.deliverables, bench.sync,
                new DeliverableImport(bench.deliverables, TableFile::cells),
                new DeliverableExport(bench.deliverables, bench.room.words, bench.room.clock), bench.rollOut(), bench.integration), output);
        return new CommandTree(options, terminal, bench.room.words, output, "1.0", List.of(Offered.made(command))).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out());
    }

    private Path list() throws Exception {
        return Files.writeString(folder.resolve("list.csv"), "project,client,description,percentage,Due,notes,assignees,link,key\n"
                + "Coastal Library,Harbour Council,Planning submission,,2026-11-27,,amina.hassan@northfield.example,,K1\n"
                + "Coastal Library,,,65%,2026-11-19,,,,K2\nCoastal Library,,broken,,,,nobody,,K3\n");
    }

    @Test
    void theStatusSaysWhetherCalendarsAreKept() throws Exception {
        assertThat(run("deliverables", "status")).isZero();
        assertThat(out()).contains("Calendars off");
        run("deliverables", "import", list().toString(), "--map", "date=Due");
        assertThat(run("deliverables", "sync")).isZero();
        assertThat(run("deliverables", "status", "--json")).isZero();
        assertThat(json().path("standing").path("state").asText()).isEqualTo("ready");
        bench.room.tenant.school().control().mailbox(app.lectern.integrations.Room.SERVICE_ACCOUNT, app.lectern.demo.school.MailboxState.ON_PREMISES);
        run("deliverables", "plan");
        assertThat(run("deliverables", "status", "--json")).isZero();
        assertThat(json().path("standing").path("state").asText()).isEqualTo("failing");
        assertThat(json().path("standing").path("problem").isObject()).isTrue();
    }

    @Test
    void aListGoesFromTheFileIntoTheCalendarAndTheSecondSyncDoesNothing() throws Exception {
        assertThat(run("deliverables", "import", list().toString(), "--map", "date=Due", "--dry-run")).isEqualTo(1);
        assertThat(out()).contains("4  wrong  Coastal Library: broken", "2 new, 0 changed, 0 unchanged, 1 with something wrong.", "Nothing was written.");
        run("deliverables", "import", list().toString(), "--map", "date=Due", "--json");
        assertThat(json().path("imported").asInt()).isEqualTo(2);
        assertThat(run("deliverables", "list")).isZero();
        assertThat(out()).contains("Planning submission", "2026-11-27", "65%", "Internal");

        assertThat(run("deliverables", "plan")).isZero();
        assertThat(out()).contains("Coastal Library: Planning submission", "Not in the calendar yet", "2 changes, 0 unchanged");
        assertThat(bench.shared()).isEmpty();
        assertThat(run("deliverables", "sync", "--json")).isZero();
        assertThat(json().path("created").asInt()).isEqualTo(2);
        assertThat(bench.shared()).extracting(CalendarEvent::subject).contains("Coastal Library: 65%");
        run("deliverables", "plan", "--json");
        assertThat(json().path("changes").size()).isZero();
        assertThat(json().path("unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void conflictsAreLeftUnlessItIsSaidWhoseWordCounts() throws Exception {
        bench.add("K1", CalendarBench.DAY);
        run("deliverables", "sync");
        bench.room.clock.advance(Duration.ofMinutes(1));
        bench.room.tenant.school().control().editInOutlook(Room.SERVICE_ACCOUNT, "Coastal Library: Item K1", "By hand", Duration.ZERO);
        run("deliverables", "sync");
        assertThat(out()).contains("One change was left for a person to decide");
        run("deliverables", "sync", "--take-ours", "--json");
        assertThat(json().path("updated").asInt()).isEqualTo(1);
        assertThat(bench.shared()).extracting(CalendarEvent::subject).containsExactly("Coastal Library: Item K1");
    }

    @Test
    void whatCannotBeDoneEndsInItsOwnStatus() throws Exception {
        assertThat(run("deliverables", "import", list().toString(), "--map", "when=Due")).isEqualTo(2);
        assertThat(run("deliverables", "import", folder.resolve("none.csv").toString())).isEqualTo(2);
        bench.add("K1", CalendarBench.DAY, "nobody@northfield.example");
        bench.deliverables.save(bench.integration, bench.deliverables.settings(bench.integration).mode(CalendarMode.INDIVIDUAL));
        assertThat(run("deliverables", "sync")).isEqualTo(1);
        assertThat(out()).contains("nobody@northfield.example");
    }

    @Test
    void theListIsExportedAndRebuilt() throws Exception {
        bench.add("K1", CalendarBench.DAY, CalendarBench.AMINA);
        assertThat(run("deliverables", "export", "--to", folder.resolve("out.ics").toString())).isZero();
        assertThat(folder.resolve("out.ics")).content().contains("DTSTART;VALUE=DATE:20261119");
        run("deliverables", "sync");
        bench.deliverables.delete(bench.integration, bench.deliverables.list(bench.integration));
        assertThat(run("deliverables", "rebuild", "--json")).isZero();
        assertThat(json().path("rebuilt").asInt()).isEqualTo(1);
        assertThat(bench.deliverables.list(bench.integration)).hasSize(1);
    }

    @Test
    void aTestDateGoesIntoTheCalendarComesBackAsWrittenAndIsGone() throws Exception {
        assertThat(run("deliverables", "status", "--json")).isZero();
        assertThat(json().path("roll_out").path("test").asText()).isEqualTo("open");

        assertThat(run("deliverables", "test-date", "--json")).isZero();
        assertThat(json().path("as_written").asBoolean()).isTrue();
        assertThat(json().path("calendar").asText()).isEqualTo("Project Deliverables");
        assertThat(bench.events(app.lectern.integrations.Room.SERVICE_ACCOUNT)).isEmpty();

        run("deliverables", "status", "--json");
        assertThat(json().path("roll_out").path("test").asText()).isEqualTo("done");
        assertThat(json().path("roll_out").path("calendar").asText()).isEqualTo("done");
        assertThat(json().path("roll_out").path("dates").asText()).isEqualTo("open");
        assertThat(json().path("roll_out").path("told").asText()).isEqualTo("by_hand");
        run("deliverables", "status");
        assertThat(out()).contains("Project Deliverables", "Test date", "done");
    }
}
