package app.lectern.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.OrganiserDirectory;
import app.lectern.accounts.Organisers;
import app.lectern.cli.CommandTree;
import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Offered;
import app.lectern.cli.Output;
import app.lectern.cli.Terminal;
import app.lectern.graph.Sleeper;
import app.lectern.jobs.Progress;
import app.lectern.meetings.CalendarOwners;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.LinkTrail;
import app.lectern.meetings.MeetingExport;
import app.lectern.meetings.Organiser;
import app.lectern.meetings.commands.MeetingsCommand;
import app.lectern.meetings.commands.SlotParts;
import app.lectern.meetings.planning.bulk.MeetingPresets;
import app.lectern.meetings.planning.bulk.PlanDefaults;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lectern meetings` against the demo tenant: what is printed, what is done, and what the shell is told.
class MeetingsCommandTest {
    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private SlotBench bench;
    private KnownMeetings known;

    @BeforeEach
    void open() {
        bench = new SlotBench(folder.resolve("home"));
        known = new KnownMeetings(bench.room.store);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var room = bench.room;
        var options = new GlobalOptions();
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        var output = new Output(terminal, options, room.words);
        var accounts = new AccountVerifier(room.access::session, room.store, room.clock, Sleeper.REAL);
        var owners = new CalendarOwners(new OrganiserDirectory(room.access::session), room.access, room.store);
        owners.choose(bench.integration, List.of(new Organiser(room.idOf(SlotBench.MARTA), SlotBench.MARTA, "Marta Kowalska")));
        var editor = new MeetingEditor(room.store, room.access::session, accounts, new Organisers(accounts, room.store), SlotTrail.NONE, room.clock);
        var slots = new SlotParts(bench.scheduler, editor, new MeetingGuard(room.store, room.access::session, owners, bench.scheduler, room.clock),
                new LinkRenewal(editor, bench.scheduler, room.clock), new MeetingPresets(room.store, room.words), known,
                bench.integration, room.clock);
        var command = new MeetingsCommand(() -> new MeetingsCommand.Parts(known, new MeetingExport(known, room.words, room.clock, LinkTrail.NONE), bench.scheduler,
                bench.integration, room.clock), () -> slots, output);
        return new CommandTree(options, terminal, room.words, output, "1.0", List.of(Offered.made(command.whole()))).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out());
    }

    private String start() {
        return bench.lesson("").start().toString();
    }

    private int create(String subject, String... more) {
        var arguments = new java.util.ArrayList<>(List.of("meetings", "create", "--subject", subject, "--organizer", SlotBench.MARTA, "--timezone",
                "Europe/London", "--json"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void aMeetingIsCreatedShownExportedAndCancelled() throws Exception {
        assertThat(create("From the shell", "--start", start(), "--preset", "tutoring", "--attendee", SlotBench.AMINA, "--no-record")).isZero();
        var slot = json().path("slots").get(0);
        assertThat(slot.path("state").asText()).isEqualTo("created");
        assertThat(slot.path("join_url").asText()).isEqualTo(bench.event("From the shell").meeting().joinUrl());
        assertThat(slot.path("online_meeting_id").asText()).isNotEmpty();

        var day = start().substring(0, 10);
        assertThat(run("meetings", "list", "--from", day)).isZero();
        assertThat(out()).contains("From the shell", "Created");
        assertThat(run("meetings", "show", slot.path("id").asText())).isZero();
        assertThat(out()).contains("From the shell", slot.path("join_url").asText(), SlotBench.AMINA);
        var file = folder.resolve("out.ics");
        assertThat(run("meetings", "export", "--from", day, "--to", file.toString())).isZero();
        assertThat(Files.readString(file)).contains("From the shell");

        assertThat(run("meetings", "generate-link", slot.path("id").asText(), "--again")).as("nobody said yes").isEqualTo(1);
        assertThat(run("meetings", "generate-link", slot.path("id").asText(), "--again", "--message", "A new link.", "--yes", "--json")).isZero();
        assertThat(json().path("slots").get(0).path("join_url").asText()).isNotEqualTo(slot.path("join_url").asText());
        slot = json().path("slots").get(0);
        assertThat(bench.event("From the shell").meeting().joinUrl()).isEqualTo(slot.path("join_url").asText());

        assertThat(run("meetings", "cancel", slot.path("id").asText())).as("without --yes and without a person").isEqualTo(1);
        assertThat(bench.events(SlotBench.MARTA, "From the shell")).hasSize(1);
        assertThat(run("meetings", "cancel", slot.path("id").asText(), "--message", "Ill.", "--yes")).isZero();
        assertThat(bench.events(SlotBench.MARTA, "From the shell")).isEmpty();
        assertThat(out()).contains("Cancelled");
    }

    @Test
    void aMeetingBeginsWithItsOrganisersOwnOptionsUnlessTheCommandSaysOtherwise() throws Exception {
        var presets = new MeetingPresets(bench.room.store, bench.room.words);
        presets.keepFor(bench.integration, SlotBench.MARTA, Preset.STAFF_ADMIT.options());

        assertThat(create("Her own", "--start", start(), "--draft")).isZero();
        assertThat(optionsOf("Her own")).isEqualTo(Preset.STAFF_ADMIT.options());
        assertThat(create("One other", "--start", start(), "--lobby", "everyone", "--draft")).isZero();
        assertThat(optionsOf("One other")).isEqualTo(Preset.STAFF_ADMIT.options().withLobby(MeetingOptions.Lobby.EVERYONE));
        assertThat(create("A preset", "--start", start(), "--preset", "usual", "--draft")).isZero();
        assertThat(optionsOf("A preset")).isEqualTo(MeetingOptions.USUAL);
        presets.keep(bench.integration, new PlanDefaults("", 60, "tutoring", Optional.empty()));
        presets.removeFor(bench.integration, SlotBench.MARTA);
        assertThat(create("As here", "--start", start(), "--draft")).isZero();
        assertThat(optionsOf("As here")).isEqualTo(Preset.TUTORING.options());
    }

    private MeetingOptions optionsOf(String subject) {
        return bench.scheduler.open(bench.integration).stream().filter(each -> each.planned().subject().equals(subject)).findFirst().orElseThrow().planned().options();
    }

    @Test
    void aPastDateIsAskedAboutAndWrongOnesAreRefused() throws Exception {
        var yesterday = bench.lesson("").start().minusDays(7).toString();
        assertThat(create("In the past", "--start", yesterday)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("The meeting would lie in the past.", "Nothing was done.");
        assertThat(bench.events(SlotBench.MARTA, "In the past")).isEmpty();
        assertThat(bench.scheduler.open(bench.integration)).as("nothing half-made").isEmpty();
        assertThat(create("In the past", "--start", yesterday, "--yes")).isZero();
        assertThat(bench.events(SlotBench.MARTA, "In the past")).hasSize(1);

        assertThat(create("Backwards", "--start", start(), "--end", yesterday)).isEqualTo(2);
        assertThat(json().path("faults").get(0).path("fault").asText()).isEqualTo("end-before-start");
        assertThat(run("meetings", "create", "--subject", "Whose", "--start", start(), "--organizer", "nobody@northfield.example")).isEqualTo(2);
        assertThat(out()).contains("Nobody in this tenant has the address nobody@northfield.example.");
        assertThat(run("meetings", "create", "--subject", "When")).isEqualTo(2);
    }

    @Test
    void nowMeansAScheduledMeetingThatStartsNow() throws Exception {
        assertThat(create("Right now", "--now")).isZero();

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Instant meetings leave nothing to read afterwards");
        var event = bench.event("Right now");
        assertThat(Duration.between(event.times().startInstant(), bench.room.clock.instant())).isLessThan(Duration.ofMinutes(1));
        assertThat(event.meeting().kind()).isEqualTo(app.lectern.demo.school.MeetingKind.SCHEDULED);
    }

    @Test
    void draftsAreListedAndTheirLinksGeneratedLater() throws Exception {
        assertThat(create("Later", "--start", start(), "--draft", "--repeat", "weekly", "--times", "3")).isZero();
        var id = json().path("slots").get(0).path("id").asText();
        assertThat(bench.events(SlotBench.MARTA, "Later")).isEmpty();
        assertThat(run("meetings", "list", "--json", "--from", start().substring(0, 10))).isZero();
        assertThat(json().path("slots").get(0).path("state").asText()).isEqualTo("draft");

        assertThat(run("meetings", "generate-link", id)).isZero();
        assertThat(bench.event("Later").recurrence()).isNotNull();
        assertThat(run("meetings", "generate-link", "s99999")).isEqualTo(2);
        assertThat(run("meetings", "generate-link", "--failed")).as("nothing failed, nothing to do").isZero();
    }

    @Test
    void theGuardSaysWhatIsAtRiskAndConvertsItWhenTold() throws Exception {
        assertThat(run("meetings", "guard")).isZero();
        bench.scheduler.create(bench.integration, bench.scheduler.draft(bench.integration, bench.lesson("Bare").withWay(Way.LINK_ONLY)), Progress.NONE);

        assertThat(run("meetings", "guard", "--json")).isEqualTo(1);
        assertThat(json().path("meetings").get(0).path("risk").asText()).isEqualTo("link-only");
        assertThat(run("meetings", "guard", "--convert")).as("nobody said yes").isEqualTo(1);
        assertThat(run("meetings", "guard", "--convert", "--yes")).isZero();
        assertThat(bench.events(SlotBench.MARTA, "Bare")).hasSize(1);
        assertThat(run("meetings", "guard")).isZero();
    }
}
