package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.cli.CommandTree;
import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Offered;
import app.lectern.cli.Output;
import app.lectern.cli.Terminal;
import app.lectern.demo.DemoOptions;
import app.lectern.jobs.Progress;
import app.lectern.store.ReadyStore;
import app.lectern.sync.SyncCommand;
import app.lectern.sync.alerts.DesktopNotices;
import app.lectern.sync.alerts.UnattendedNotices;
import app.lectern.sync.schedule.Programs;
import app.lectern.vault.Keychain;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lectern sync` and `lectern schedule` from end to end on the demo tenant.
class SyncCommandLineTest {
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

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aSyncSaysPerFacetWhatItMet() throws IOException {
        run("sync", "--all", "--json");

        assertThat(json().path("items_processed").asInt()).isGreaterThan(80);
        assertThat(json().path("details").path("meetings").path("created").asInt()).isGreaterThan(80);
        assertThat(json().path("details").path("meetings").path("success").asBoolean()).isTrue();
        assertThat(json().path("details").has("chat")).as("the permission for chats is not granted, so the facet is off").isFalse();

        run("sync", "--all");
        assertThat(out.toString(StandardCharsets.UTF_8)).as("the first one is compared once").doesNotContain("First sync");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("not asked again; --force asks.");
        run("sync", "--all", "--json");
        assertThat(json().path("not_asked").path("organizers").asInt()).isGreaterThan(10);
        run("sync", "--status", "ended");
        assertThat(out.toString(StandardCharsets.UTF_8)).as(err.toString(StandardCharsets.UTF_8)).contains("Northfield College", "Meetings", "items processed");
    }

    @Test
    void aScheduledSyncTellsOnTheDesktopWhatCameUp() {
        var shown = new ArrayList<List<String>>();
        var options = new GlobalOptions();
        var start = Start.of(ReadyStore.in(folder.resolve("home")), Clock.systemUTC(), Map.of());
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        var output = new Output(terminal, options, start.words());
        try (var wiring = Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()))) {
            wiring.connected.checks.run(wiring.demoIntegration(), Progress.NONE);
            var notices = new UnattendedNotices(wiring.health.alerts, new DesktopNotices((command, input) -> {
                shown.add(command);
                return new Programs.Answer(0, "");
            }, "Linux"), start.words());
            var sync = new SyncCommand(() -> new SyncCommand.Parts(wiring.sync.engine, wiring.sync.times, () -> List.of(wiring.demoIntegration()),
                    Optional.empty(), notices::tell), output);
            var tree = new CommandTree(options, terminal, start.words(), output, "test", List.of(Offered.made(sync)));
            assertThat(tree.run("sync", "--status", "ended")).isLessThan(2);
            assertThat(shown).as("whoever runs it by hand reads its answer").isEmpty();
            assertThat(tree.run("sync", "--status", "ended", "--scheduled")).isLessThan(2);
            assertThat(shown).anySatisfy(command -> assertThat(command).contains("notify-send").anyMatch(part -> part.contains("client secret") && part.contains("23 days")));
            int once = shown.size();
            tree.run("sync", "--status", "ended", "--scheduled");
            assertThat(shown).as("each alert is told once").hasSize(once);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void aStatusThatNobodyKnowsIsRefusedBeforeAnythingIsAsked() {
        assertThat(run("sync", "--status", "started")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("ended");
        assertThat(run("schedule", "install", "--every", "17")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("15, 30, 60");
    }
}
