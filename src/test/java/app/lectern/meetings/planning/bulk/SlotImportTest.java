package app.lectern.meetings.planning.bulk;

import static app.lectern.meetings.planning.bulk.ListBench.AMINA;
import static app.lectern.meetings.planning.bulk.ListBench.HEADINGS;
import static app.lectern.meetings.planning.bulk.ListBench.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Preset;
import app.lectern.meetings.planning.Slot;
import app.lectern.problems.ProblemException;
import app.lectern.tables.Sheet;
import app.lectern.tables.Workbook;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Long lists read, and confirmed imports in the demo tenant: created, tried again, changed, cancelled and taken back.
class SlotImportTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String DANIEL = "daniel.osei@northfield.example";
    private static final int ROWS = 2_000;

    @TempDir
    static Path folder;
    private static ListBench bench;

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

    private static String row(int number, String subject) {
        var start = bench.day.plusDays(number / 20).atTime(8, 0).plusMinutes(number % 20 * 30L);
        return subject + "," + start.toString().replace('T', ' ') + "," + start.plusMinutes(30).toLocalTime() + "," + DANIEL + "," + AMINA;
    }

    /// Every fourth row ends otherwise, as lists do that several programs have written into.
    private static String list(String subject) {
        var ends = new String[] {"\n", "\r\n", "\r", "\n"};
        var text = new StringBuilder(HEADINGS);
        for (int at = 0; at < ROWS; at++) {
            text.append(row(at, subject + " " + at)).append(ends[at % ends.length]);
        }
        return text.toString();
    }

    private static void read(byte[] content, String subject) throws Exception {
        var sheet = SlotSheet.read(Files.write(folder.resolve("long.csv"), content));
        assertThat(sheet.rows()).hasSize(ROWS);
        var rehearsal = bench.rehearsals.of(bench.integration, sheet, sheet.guessed(), Rehearsals.Choices.NONE, Progress.NONE);
        assertThat(rehearsal.count(RowState.READY)).isEqualTo(ROWS);
        assertThat(rehearsal.rows()).extracting(SlotRow::title).startsWith(subject + " 0", subject + " 1").endsWith(subject + " 1999");
        assertThat(rehearsal.rows()).extracting(SlotRow::line).startsWith(2, 3, 4).endsWith(2001);
    }

    @Test
    void longListsAreReadInEachEncoding() throws Exception {
        read(("\uFEFF" + list("Übung – Łódź")).getBytes(StandardCharsets.UTF_8), "Übung – Łódź");
        read(list("Übung – Łódź").getBytes(StandardCharsets.UTF_16), "Übung – Łódź");
        read(list("Übung – Café").getBytes(WINDOWS), "Übung – Café");
    }

    @Test
    void anImportIsKeptWithItsMeetingsOrNotAtAll() {
        var plans = List.of(Planned.at("Kept whole", bench.day.atTime(9, 0), bench.room.words.zone()));
        assertThatThrownBy(() -> bench.scheduler.drafts(bench.integration, plans, "half", handle -> {
            throw new IllegalStateException("the program ends here");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(bench.scheduler.batch(bench.integration, "half")).isEmpty();
    }

    @Test
    void aListOfSeveralEncodingsWithBadRowsNamesEachByItsLine() throws Exception {
        var file = new ByteArrayOutputStream();
        file.writeBytes(("\uFEFF" + HEADINGS).getBytes(StandardCharsets.UTF_8));
        var bad = new ArrayList<Integer>();
        for (int at = 0; at < ROWS; at++) {
            boolean wrong = at % 250 == 249;
            if (wrong) {
                bad.add(at + 2);
            }
            var text = wrong ? at % 500 == 249 ? "=HYPERLINK(\"x\"),2027-01-01 10:00,,," : "Übung,31/02/2027 10:00,,," : row(at, "Übung " + at);
            file.writeBytes((text + (at % 3 == 0 ? "\r\n" : "\n")).getBytes(at % 2 == 0 ? StandardCharsets.UTF_8 : WINDOWS));
        }
        var sheet = SlotSheet.read(Files.write(folder.resolve("mixed.csv"), file.toByteArray()));
        var rehearsal = bench.rehearsals.of(bench.integration, sheet, sheet.guessed(), Rehearsals.Choices.NONE, Progress.NONE);
        assertThat(rehearsal.in(java.util.Set.of(RowState.WRONG))).extracting(SlotRow::line).isEqualTo(bad);
        assertThat(rehearsal.in(java.util.Set.of(RowState.WRONG)).stream().flatMap(row -> row.notes().stream()).map(RowNote::what)).containsExactly(
                RowNote.What.FORMULA, RowNote.What.NO_TIME, RowNote.What.FORMULA, RowNote.What.NO_TIME, RowNote.What.FORMULA, RowNote.What.NO_TIME,
                RowNote.What.FORMULA, RowNote.What.NO_TIME);
        assertThat(rehearsal.rows().get(1).title()).isEqualTo("Übung 1");
        assertThat(rehearsal.rows().get(2).title()).isEqualTo("Übung 2");
    }

    @Test
    void aWorkbookIsAListAsWell() throws Exception {
        var sheet = new Sheet("List", List.of(), List.of("subject", "start", "end", "organizer"), List.of(false, false, false, false),
                List.of(List.of("Workbook", bench.at("20:00"), "20:30", MARTA)));
        var read = SlotSheet.read(Files.write(folder.resolve("list.xlsx"), Workbook.of(sheet)));
        var rehearsal = bench.rehearsals.of(bench.integration, read, read.guessed(), Rehearsals.Choices.NONE, Progress.NONE);
        assertThat(rehearsal.rows()).singleElement().satisfies(row -> assertThat(row.state()).isEqualTo(RowState.READY));
    }

    @Test
    void emptyAndOverlongListsAreRefused() throws Exception {
        assertThatThrownBy(() -> bench.sheet(HEADINGS + "\n\n")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> bench.sheet("a\n" + "b\n".repeat(SlotSheet.MOST + 1))).isInstanceOf(ProblemException.class);
    }

    private Rehearsal rehearsed(String subject, int hour, int count) throws Exception {
        var text = new StringBuilder(HEADINGS);
        for (int at = 0; at < count; at++) {
            text.append(subject).append(' ').append(at).append(',').append(bench.day.plusDays(at)).append(' ').append(hour).append(":00,,").append(MARTA).append(',')
                    .append(AMINA).append('\n');
        }
        return bench.rehearse(text.toString());
    }

    private SlotImport.Imported imported(Rehearsal rehearsal) throws Exception {
        var batch = bench.imports.keep(bench.integration, rehearsal, Rehearsal.WITHOUT_REPETITIONS);
        return bench.imports.create(bench.integration, batch, Progress.NONE);
    }

    @Test
    void nothingIsCreatedUntilConfirmedAndOneUndoTakesAllBack() throws Exception {
        var rehearsal = rehearsed("Undone", 9, 6);
        assertThat(bench.events(MARTA, "Undone")).isEmpty();
        assertThat(bench.scheduler.open(bench.integration)).isEmpty();

        var imported = imported(rehearsal);
        assertThat(imported.results().done()).isEqualTo(6);
        assertThat(imported.results().slots()).extracting(slot -> slot.planned().subject()).containsExactly("Undone 0", "Undone 1", "Undone 2", "Undone 3", "Undone 4", "Undone 5");
        assertThat(imported.results().slots()).allSatisfy(slot -> assertThat(slot.joinUrl()).startsWith("https://"));
        assertThat(bench.events(MARTA, "Undone")).hasSize(6);
        assertThat(rehearsed("Undone", 9, 6).count(RowState.THERE_ALREADY)).isEqualTo(6);

        var undone = bench.imports.undo(bench.integration, imported.batch(), Progress.NONE);
        assertThat(undone.batch().undoneAt()).isPresent();
        assertThat(undone.results().failed()).isEmpty();
        assertThat(bench.events(MARTA, "Undone")).isEmpty();
        assertThat(bench.imports.slots(bench.integration, imported.batch())).isEmpty();
        assertThat(rehearsed("Undone", 9, 6).count(RowState.READY)).isEqualTo(6);
    }

    @Test
    void whatFailedIsTriedAgainAndNothingIsMadeTwice() throws Exception {
        bench.room.tenant.faults().graph("POST", "/users/*/events").after(2).times(2).with(Fault.of(GraphRefusal.of(400, "ErrorInvalidRequest", "no")));
        var imported = imported(rehearsed("Again", 11, 6));
        assertThat(imported.results().failed()).hasSize(2).allSatisfy(slot -> assertThat(slot.state()).isEqualTo(MeetingState.FAILED));
        assertThat(bench.events(MARTA, "Again")).hasSize(4);

        var again = bench.imports.create(bench.integration, imported.batch(), Progress.NONE);
        assertThat(again.results().done()).isEqualTo(6);
        assertThat(bench.events(MARTA, "Again")).hasSize(6);
    }

    @Test
    void throttlingInTheMiddleOfAnImportIsWaitedOut() throws Exception {
        bench.room.hurry();
        bench.room.tenant.faults().graph("POST", "/users/*/events").after(3).times(3).with(Fault.throttled("2"));
        var imported = imported(rehearsed("Throttled", 13, 8));
        assertThat(imported.results().failed()).isEmpty();
        assertThat(bench.events(MARTA, "Throttled")).hasSize(8);
    }

    @Test
    void theOptionsOfAnImportAreChangedAndItIsCancelledAsOneJobEach() throws Exception {
        var imported = imported(rehearsed("Bulk", 15, 5));
        var changed = bench.imports.setOptions(bench.integration, imported.batch(), Preset.TUTORING.options(), Progress.NONE);
        assertThat(changed.results().failed()).isEmpty();
        assertThat(changed.results().slots()).extracting(slot -> slot.planned().options()).containsOnly(Preset.TUTORING.options());
        var school = bench.room.tenant.school();
        assertThat(changed.results().slots()).allSatisfy(slot -> assertThat(school.exclusively(() -> school.meetings().findByLink(slot.joinUrl()).orElseThrow()
                .options().path("lobbyBypassSettings").path("scope").asText())).isEqualTo("everyone"));

        var cancelled = bench.imports.cancel(bench.integration, imported.batch(), "The course is off.", Progress.NONE);
        assertThat(cancelled.results().slots()).hasSize(5).extracting(Slot::state).containsOnly(MeetingState.CANCELLED);
        assertThat(bench.events(MARTA, "Bulk")).isEmpty();
    }

    @Test
    void anUndoThatIsRefusedInPartCanBeDoneAgain() throws Exception {
        var imported = imported(rehearsed("Partly", 17, 4));
        bench.room.tenant.faults().graph("DELETE", "/users/*/events/*").times(1).with(Fault.of(GraphRefusal.of(403, "ErrorAccessDenied", "no")));
        var undone = bench.imports.undo(bench.integration, imported.batch(), Progress.NONE);
        assertThat(undone.results().failed()).hasSize(1);
        assertThat(undone.batch().undoneAt()).isEmpty();
        assertThat(bench.events(MARTA, "Partly")).hasSize(1);
        assertThat(bench.imports.undo(bench.integration, imported.batch(), Progress.NONE).batch().undoneAt()).isPresent();
        assertThat(bench.events(MARTA, "Partly")).isEmpty();
    }

    @Test
    void anOrganisersMeetingsBeginWithTheirOwnOptions() {
        var strict = MeetingOptions.USUAL.withLobby(MeetingOptions.Lobby.ORGANISER).withBreakoutRooms(false);
        assertThat(bench.presets.usual(bench.integration, "marta.kowalska@northfield.example")).isEqualTo(MeetingOptions.USUAL);
        bench.presets.keepFor(bench.integration, "Marta.Kowalska@northfield.example", strict);

        assertThat(bench.presets.usual(bench.integration, "marta.kowalska@northfield.example")).isEqualTo(strict);
        assertThat(bench.presets.usual(bench.integration, "daniel.osei@northfield.example")).isEqualTo(MeetingOptions.USUAL);
        assertThat(bench.presets.organisers(bench.integration)).containsOnlyKeys("marta.kowalska@northfield.example");
        assertThatThrownBy(() -> bench.presets.keepFor(bench.integration, "nobody", strict)).isInstanceOf(ProblemException.class);
        assertThat(bench.presets.removeFor(bench.integration, "marta.kowalska@northfield.example")).isTrue();
        assertThat(bench.presets.usual(bench.integration, "marta.kowalska@northfield.example")).isEqualTo(MeetingOptions.USUAL);
    }

    @Test
    void ownPresetsAndDefaultsAreKeptPerIntegration() {
        var quiet = MeetingOptions.USUAL.withMicrophone(false).withRecord(true);
        bench.presets.keep(bench.integration, "Quiet room", MeetingOptions.USUAL);
        bench.presets.keep(bench.integration, "quiet  ROOM", quiet);
        assertThat(bench.presets.own(bench.integration)).containsExactly(java.util.Map.entry("quiet  ROOM", quiet));
        assertThat(bench.presets.find(bench.integration, "Quiet Room")).contains(quiet);
        assertThatThrownBy(() -> bench.presets.keep(bench.integration, "tutoring", quiet)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> bench.presets.keep(bench.integration, new PlanDefaults("", 60, "nowhere", java.util.Optional.empty()))).isInstanceOf(ProblemException.class);

        assertThat(bench.presets.defaults(bench.integration)).isEqualTo(PlanDefaults.USUAL);
        assertThat(bench.presets.notice(bench.integration)).startsWith("This meeting is recorded.");
        bench.presets.keep(bench.integration, new PlanDefaults("Tipu: {subject}", 45, "quiet room", java.util.Optional.of("")));
        assertThat(bench.presets.defaults(bench.integration).minutes()).isEqualTo(45);
        assertThat(bench.presets.usual(bench.integration)).isEqualTo(quiet);
        assertThat(bench.presets.notice(bench.integration)).isEmpty();
        bench.presets.keep(bench.integration, PlanDefaults.USUAL);
        assertThat(bench.presets.remove(bench.integration, "QUIET ROOM")).isTrue();
        assertThat(bench.presets.own(bench.integration)).isEmpty();
    }
}
