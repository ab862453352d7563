package app.lectern.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.attendance.export.AttendanceExport;
import app.lectern.cli.CommandTree;
import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Offered;
import app.lectern.cli.Output;
import app.lectern.cli.Terminal;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncTally;
import app.lectern.words.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttendanceCommandTest {
    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private AttendanceRoom room;
    private long meeting;

    @BeforeEach
    void open() {
        room = new AttendanceRoom(folder.resolve("room"));
        meeting = room.lesson("marta.kowalska@northfield.example", "Reaction rates", room.lesson.minus(Duration.ofDays(2)), 8);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var options = new GlobalOptions();
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        var words = new Words(Locale.UK, ZoneOffset.UTC, room.room.clock);
        var output = new Output(terminal, options, words);
        var added = new AddedAttendance(room.room.store, room.known, AttendanceTrail.NONE, room.room.clock);
        var parts = new AttendanceCommand.Parts(new Attendance(room.room.store, room.known, room.room.clock), added, new AttendanceExport(words),
                (in, scope, force, progress) -> {
                    var tally = new SyncTally();
                    room.sync.sync(new SyncOrder(in, scope, force), tally, progress);
                    return AttendanceReading.Outcome.of(tally);
                }, "R. Okafor", room.integration,
                new AcceptanceCheck(room.room.store, room.known, (in, ended) -> java.util.Map.of(), room.room.clock));
        return new CommandTree(options, terminal, words, output, "1.0", List.of(Offered.made(new AttendanceCommand(() -> parts, output)))).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out());
    }

    @Test
    void syncListAndShowTellWhoWasThere() throws Exception {
        assertThat(run("attendance", "sync")).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out()).contains("1 new report, 0 changed, 0 unchanged, 0 failed");
        assertThat(run("attendance", "list")).isZero();
        assertThat(out()).contains("Reaction rates").contains("Teams report");
        assertThat(run("attendance", "show", Long.toString(meeting))).isZero();
        assertThat(out()).contains("Marta Kowalska").contains("Organiser").contains(" min ");
        assertThat(run("attendance", "show", Long.toString(meeting), "--json")).isZero();
        assertThat(json().path("participants").get(0).path("seconds").asLong()).isPositive();
        assertThat(json().path("participants").get(0).path("intervals")).isNotEmpty();
    }

    @Test
    void theAcceptanceOfTheFirstMeetingsTicksItself() throws Exception {
        assertThat(run("attendance", "acceptance", "--json")).isEqualTo(1);
        assertThat(json().path("steps")).extracting(each -> each.path("state").asText()).containsExactly("done", "overdue", "overdue", "overdue");
        run("attendance", "sync");
        assertThat(run("attendance", "acceptance")).isEqualTo(1);
        assertThat(out()).contains("3 of 4 steps", "✓ Meeting held: Reaction rates", "✓ Attendance read", "… Recording found");
    }

    @Test
    void whatIsNotKnownIsNullAndNotZero() throws Exception {
        assertThat(run("attendance", "show", Long.toString(meeting), "--json")).isEqualTo(4);
        assertThat(json().path("joined").isNull()).isTrue();
        assertThat(json().path("standing").asText()).isEqualTo("waiting");
    }

    @Test
    void anEntryByHandAndAnImportAreMarked() throws Exception {
        assertThat(run("attendance", "add", Long.toString(meeting), "--name", "Tariq Aziz", "--reason", "sat beside me")).as(err.toString(StandardCharsets.UTF_8)).isZero();
        var date = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC).format(room.lesson.minus(Duration.ofDays(2)));
        var file = Files.writeString(folder.resolve("a.csv"), "2. Participants\nName,First Join,Last Leave,In-Meeting Duration,Email,Participant ID (UPN),Role\nOmar,"
                + date + "," + date + ",16m 49s,o@x.example,o@x.example,Attendee\n");
        assertThat(run("attendance", "import", file.toString(), "--meeting", Long.toString(meeting), "--json")).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(json().path("sources")).extracting(JsonNode::asText).containsExactly("csv", "manual");
        run("attendance", "show", Long.toString(meeting));
        assertThat(out()).contains("Tariq Aziz").contains("By hand").contains("Imported file");
    }

    @Test
    void exportWritesTheKindThatTheEndingNames() throws Exception {
        run("attendance", "sync");
        for (var ending : List.of("csv", "xlsx", "html")) {
            var file = folder.resolve("out." + ending);
            assertThat(run("attendance", "export", "--to", file.toString(), "--columns", "participant,email,seconds")).isZero();
            var start = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            assertThat(start).startsWith(ending.equals("csv") ? "\uFEFF" : ending.equals("xlsx") ? "PK" : "<!DOCTYPE html>");
        }
        assertThat(run("attendance", "export", "--to", folder.resolve("x.csv").toString(), "--columns", "nonsense")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("first-join");
    }

    @Test
    void aMeetingThatNobodyKnowsIsNotFound() {
        assertThat(run("attendance", "show", "4711")).isEqualTo(4);
        assertThat(run("attendance", "add", Long.toString(meeting), "--name", "A", "--reason", "b", "--from", "yesterday")).isEqualTo(2);
    }
}
