package app.lectern.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.accounts.AccountVerifier;
import app.lectern.cli.CommandTree;
import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Offered;
import app.lectern.cli.Output;
import app.lectern.cli.Terminal;
import app.lectern.graph.Sleeper;
import app.lectern.meetings.MeetingIds;
import app.lectern.sync.SyncOrder;
import app.lectern.sync.SyncTally;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `lectern recordings` on the demo tenant.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private RecordingsRoom room;
    private long rates;
    private long titration;

    @BeforeAll
    void open(@TempDir Path folder) {
        room = new RecordingsRoom(folder);
        rates = room.recorded(RecordingsRoom.MARTA, "Reaction rates");
        titration = room.recorded(RecordingsRoom.MARTA, "Titration");
        assertThat(run("recordings", "sync")).as(err.toString(StandardCharsets.UTF_8)).isZero();
    }

    @AfterAll
    void close() {
        room.close();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var options = new GlobalOptions();
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        var words = room.room.words;
        var output = new Output(terminal, options, words);
        var verifier = new AccountVerifier(room.room.access::session, room.room.store, room.room.clock, Sleeper.REAL);
        var why = new WhyNoRecording(new WhyNoRecording.Parts(room.room.store, room.known, new MeetingIds(room.room.store, room.room.access::session, room.room.clock),
                room.room.access::session, verifier::fresh, (of, meeting) -> Optional.empty(), room.choices, words, room.room.clock));
        var parts = new RecordingsCommand.Parts(room.integration, room.list, room.library, (in, scope, force, progress) -> {
            var tally = new SyncTally();
            room.sync.sync(new SyncOrder(in, scope, force), tally, progress);
            return RecordingsReading.Outcome.of(tally.counts(), tally.failures());
        }, room.queue, room.ledger, room.copies, room.cleanUp, why, room.manifest, room.known);
        return new CommandTree(options, terminal, words, output, "1.0", List.of(Offered.made(new RecordingsCommand(() -> parts, output).whole()))).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out());
    }

    @Test
    void theListSaysWhatThereIs() throws IOException {
        assertThat(run("recordings", "list", "--meeting", Long.toString(rates), "--kind", "VIDEO")).isZero();
        assertThat(out()).contains("Reaction rates", "Video").doesNotContain("Titration");
        assertThat(run("recordings", "list", "--find", "reac", "--json")).isZero();
        assertThat(json().get(0).path("title").asText()).isEqualTo("Reaction rates");
        assertThat(json().get(0).path("drive_id").asText() + json().get(0).path("recording_id").asText()).isNotEmpty();
    }

    @Test
    void severalAreDownloadedAndASecondRunFindsThemHere() throws IOException {
        var to = room.folder.resolveSibling("wanted");
        var ids = List.of(Long.toString(room.video(rates).id()), Long.toString(room.video(titration).id()));

        assertThat(run("recordings", "download", "--id", ids.get(0), ids.get(1), "--to", to.toString(), "--json")).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(json().path("downloaded").asInt()).isEqualTo(2);
        assertThat(Path.of(json().path("downloads").get(0).path("path").asText())).startsWith(to).exists();

        assertThat(run("recordings", "download", "--id", ids.get(0), ids.get(1), "--to", to.toString(), "--json")).isZero();
        assertThat(json().path("already_here").asInt()).isEqualTo(2);
        assertThat(run("recordings", "verify", "--id", ids.get(0))).isZero();
        assertThat(run("recordings", "report", "--by", "person")).isZero();
        assertThat(out()).contains("R. Okafor");
        var csv = room.folder.resolveSibling("report.csv");
        assertThat(run("recordings", "report", "--csv", csv.toString())).isZero();
        assertThat(csv).content().contains("Reaction rates");
    }

    @Test
    void oneThatFailsMakesTheCommandFailAndTheOthersComeAllTheSame() throws IOException, InterruptedException {
        long gone = room.recorded(RecordingsRoom.MARTA, "Entropy");
        long there = room.recorded(RecordingsRoom.MARTA, "Enthalpy");
        room.sync();
        room.room.tenant.school().control().bin(room.file(room.video(gone)));

        int status = run("recordings", "download", "--id", Long.toString(room.video(gone).id()), Long.toString(room.video(there).id()), "--json");

        assertThat(status).isEqualTo(1);
        assertThat(json().path("downloaded").asInt()).isEqualTo(1);
        assertThat(json().path("failed").asInt()).isEqualTo(1);
    }

    @Test
    void aCleanUpSaysFirstAndAsksBeforeItDoes() throws IOException, InterruptedException {
        long old = room.recorded(RecordingsRoom.MARTA, "Last term");
        room.sync();
        run("recordings", "download", "--id", Long.toString(room.video(old).id()));
        var file = Path.of(room.video(old).localPath());
        room.room.clock.advance(Duration.ofDays(31));

        assertThat(run("recordings", "cleanup", "--days", "30", "--dry-run")).isZero();
        assertThat(out()).contains(file.getFileName().toString());
        assertThat(run("recordings", "cleanup", "--days", "30")).as("nobody confirmed").isEqualTo(1);
        assertThat(file).exists();
        assertThat(run("recordings", "cleanup", "--days", "30", "--yes", "--json")).isZero();
        assertThat(json().path("removed").asInt()).isPositive();
        assertThat(file).doesNotExist();
    }

    @Test
    void whichMustBeSaidAndTheManifestAndTheReasonsArePrinted() throws IOException {
        assertThat(run("recordings", "download")).isEqualTo(2);
        var file = room.folder.resolveSibling("manifest.json");
        assertThat(run("recordings", "manifest", "--to", file.toString())).isZero();
        assertThat(new ObjectMapper().readTree(Files.readAllBytes(file)).path("recordings")).isNotEmpty();
        assertThat(run("recordings", "why", Long.toString(rates))).isZero();
        long none = room.know(room.meeting(RecordingsRoom.MARTA, "Nothing kept", room.room.clock.instant().minus(Duration.ofDays(2))), true);
        assertThat(run("recordings", "why", Long.toString(none))).isNotZero();
        assertThat(out()).contains("Ruled out");
    }
}
