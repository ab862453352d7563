package app.lectern.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.accounts.AccountVerifier;
import app.lectern.accounts.Organisers;
import app.lectern.cli.CommandTree;
import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Offered;
import app.lectern.cli.Output;
import app.lectern.cli.Terminal;
import app.lectern.demo.faults.Fault;
import app.lectern.graph.Sleeper;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.KnownMeetings;
import app.lectern.meetings.LinkTrail;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.MeetingExport;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.Turnout;
import app.lectern.meetings.commands.MeetingsCommand;
import app.lectern.meetings.commands.NeverHeldCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Meetings that nobody came to, and the end of their series in a real calendar of the demo tenant.
class NeverHeldTest {
    private static final Duration BACK = Duration.ofDays(90);

    @TempDir
    Path folder;
    private final Map<Long, Turnout> said = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private SlotBench bench;
    private KnownMeetings known;
    private MeetingEditor editor;
    private NeverHeld sweep;

    @BeforeEach
    void open() {
        bench = new SlotBench(folder);
        var room = bench.room;
        known = new KnownMeetings(room.store);
        var accounts = new AccountVerifier(room.access::session, room.store, room.clock, Sleeper.REAL);
        editor = new MeetingEditor(room.store, room.access::session, accounts, new Organisers(accounts, room.store), SlotTrail.NONE, room.clock);
        sweep = new NeverHeld(known, editor, List.of((in, ended) -> said), room.clock);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /// Six weeks, of which two are over.
    private List<Meeting> series(String subject) throws Exception {
        var slot = bench.create(bench.lesson(subject).withRepeat(Optional.of(Repeat.times(Repeat.Unit.WEEKLY, 1, 6)))
                .withAttendees(List.of(new Attendee(SlotBench.AMINA, "Amina Hassan", true))));
        assertThat(slot.state()).isEqualTo(MeetingState.CREATED);
        return known.byJoinUrl(bench.integration, slot.joinUrl());
    }

    private void twoWeeksOn() {
        bench.room.clock.advance(Duration.ofDays(15));
    }

    private List<MeetingState> states(List<Meeting> of) {
        return of.stream().map(each -> known.find(each.id()).orElseThrow().state()).toList();
    }

    @Test
    void aSeriesNobodyComesToEndsWithItsLastDateAndKeepsWhatWas() throws Exception {
        var dates = series("Empty club");
        twoWeeksOn();
        said.putAll(Map.of(dates.get(0).id(), Turnout.NO_REPORT, dates.get(1).id(), Turnout.ONLY_ORGANISER));

        var row = sweep.look(bench.integration, BACK).rows().getFirst();

        assertThat(row.last().id()).isEqualTo(dates.get(1).id());
        assertThat(row.why()).isEqualTo(Turnout.ONLY_ORGANISER);
        assertThat(row.empty()).isEqualTo(2);
        assertThat(row.coming()).hasSize(4);
        var ended = sweep.end(bench.integration, List.of(row), "", Progress.NONE);

        assertThat(ended).singleElement().satisfies(each -> {
            assertThat(each.problem()).isEmpty();
            assertThat(each.dates()).isEqualTo(4);
        });
        var present = editor.read(bench.integration, editor.adopt(bench.integration, dates.getFirst()), Optional.empty()).orElseThrow();
        assertThat(present.held().repeat().orElseThrow().dates(present.held().start().toLocalDate())).hasSize(2);
        assertThat(states(dates)).containsExactly(MeetingState.CREATED, MeetingState.CREATED, MeetingState.CANCELLED, MeetingState.CANCELLED,
                MeetingState.CANCELLED, MeetingState.CANCELLED);
        assertThat(sweep.look(bench.integration, BACK).rows().getFirst().canEnd()).isFalse();
    }

    @Test
    void aMessageGoesWithTheNextDate() throws Exception {
        var dates = series("Empty with words");
        twoWeeksOn();
        said.put(dates.get(1).id(), Turnout.NOBODY);

        sweep.end(bench.integration, sweep.look(bench.integration, BACK).rows(), "Nobody came.", Progress.NONE);

        assertThat(states(dates).subList(2, 6)).containsOnly(MeetingState.CANCELLED);
        assertThat(bench.room.tenant.requests().all().stream().filter(each -> each.path().endsWith("/cancel"))).hasSize(1);
    }

    @Test
    void whatIsNotKnownIsCountedAndNeverListed() throws Exception {
        var dates = series("Half known");
        twoWeeksOn();
        said.put(dates.get(0).id(), Turnout.HELD);

        var found = sweep.look(bench.integration, BACK);

        assertThat(found.rows()).isEmpty();
        assertThat(found.ended()).isEqualTo(2);
        assertThat(found.unknown()).containsExactlyEntriesOf(Map.of(Turnout.NOT_READ, 1));
    }

    @Test
    void whatWasRecordedWasHeldWhateverTheReportSays() throws Exception {
        var dates = series("Recorded");
        twoWeeksOn();
        said.put(dates.get(1).id(), Turnout.NO_REPORT);
        var both = new NeverHeld(known, editor, List.of((in, ended) -> said, (in, ended) -> Map.of(dates.get(1).id(), Turnout.HELD)), bench.room.clock);

        assertThat(both.look(bench.integration, BACK).rows()).isEmpty();
    }

    @Test
    void aRefusedEndLeavesTheSeriesAndSaysWhy() throws Exception {
        var dates = series("Refused");
        twoWeeksOn();
        said.put(dates.get(1).id(), Turnout.NOBODY);
        bench.room.tenant.faults().graph("PATCH", "/users/*/events/*").always().with(Fault.empty(403));

        var ended = sweep.end(bench.integration, sweep.look(bench.integration, BACK).rows(), "", Progress.NONE);

        assertThat(ended).singleElement().satisfies(each -> assertThat(each.problem()).isPresent());
        assertThat(states(dates)).containsOnly(MeetingState.CREATED);
    }

    private int run(String... arguments) {
        out.reset();
        var room = bench.room;
        var options = new GlobalOptions();
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(new ByteArrayOutputStream()));
        var output = new Output(terminal, options, room.words);
        var meetings = new MeetingsCommand(() -> new MeetingsCommand.Parts(known, new MeetingExport(known, room.words, room.clock, LinkTrail.NONE), bench.scheduler,
                bench.integration, room.clock), () -> null, output);
        var whole = NeverHeldCommand.below(meetings.whole(), () -> new NeverHeldCommand.Parts(sweep, bench.integration), output);
        return new CommandTree(options, terminal, room.words, output, "1.0", List.of(Offered.made(whole))).run(arguments);
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theCommandListsAndEndsAfterAsking() throws Exception {
        var dates = series("By command");
        assertThat(run("meetings", "never-held")).as("nothing ended yet").isZero();
        twoWeeksOn();
        said.put(dates.get(1).id(), Turnout.NO_REPORT);

        assertThat(run("meetings", "never-held")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("By command", "Teams has no report", "1 of 2", "4 dates", "Not known of 1: 1 attendance not read yet.");
        assertThat(run("meetings", "never-held", "--json")).isEqualTo(1);
        var row = json().path("meetings").get(0);
        assertThat(row.path("dates_coming")).hasSize(4);
        var id = row.path("id").asText();
        assertThat(run("meetings", "never-held", "--end", id)).as("nobody said yes").isEqualTo(1);
        assertThat(states(dates)).containsOnly(MeetingState.CREATED);
        assertThat(run("meetings", "never-held", "--end", "999999", "--yes")).isEqualTo(2);
        assertThat(run("meetings", "never-held", "--end", id, "--yes", "--json")).isZero();
        assertThat(json().path("series").get(0).path("called_off").asInt()).isEqualTo(4);
        assertThat(states(dates).subList(2, 6)).containsOnly(MeetingState.CANCELLED);
    }
}
