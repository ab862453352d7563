package app.lectern.meetings.planning.bulk;

import static app.lectern.meetings.planning.bulk.ListBench.AMINA;
import static app.lectern.meetings.planning.bulk.ListBench.HEADINGS;
import static app.lectern.meetings.planning.bulk.ListBench.MARTA;
import static app.lectern.meetings.planning.bulk.ListBench.TOMASZ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.jobs.Progress;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Preset;
import app.lectern.meetings.planning.SlotFault;
import app.lectern.meetings.planning.Way;
import app.lectern.meetings.planning.bulk.RowNote.What;
import app.lectern.problems.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists before they are imported, against the demo tenant's directory and calendars.
class RehearsalTest {
    @TempDir
    static Path folder;
    private static ListBench bench;

    @BeforeAll
    static void open() {
        bench = new ListBench(folder);
    }

    @AfterEach
    void nothingStays() {
        bench.scheduler.discard(bench.scheduler.open(bench.integration));
        bench.room.tenant.faults().clear();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static List<What> whats(SlotRow row) {
        return row.notes().stream().map(RowNote::what).toList();
    }

    private static List<SlotFault.What> faults(SlotRow row) {
        return row.notes().stream().flatMap(note -> note.plan().stream()).map(SlotFault::what).toList();
    }

    @Test
    void ownHeadingsNeedNoMappingAndEveryColumnIsTaken() throws Exception {
        bench.presets.keep(bench.integration, "Lab hour", MeetingOptions.USUAL.withCamera(false));
        var rehearsal = bench.rehearse("subject,start,end,organizer,attendees,timezone,body,optional,record,lobby,presenters,chat,preset,link_only\n"
                + "Maths," + bench.at("09:00") + "," + bench.at("10:30") + "," + MARTA + ",\"" + AMINA + "; Nowak, Tomasz <" + TOMASZ + ">\",Europe/Warsaw,"
                + "\"Bring the book,\nand a pen\",guest@elsewhere.example,yes,everyone,organizer,limited,,no\n"
                + "Lab," + bench.at("11:00") + ",12:15,,,,,,,,,,lab HOUR,\nTutoring," + bench.at("2:00 pm") + ",,,,,,,,,,,tutoring,yes\n");
        assertThat(rehearsal.unchecked()).isEmpty();
        assertThat(rehearsal.rows()).allSatisfy(row -> assertThat(row.state()).isEqualTo(RowState.READY));
        var maths = rehearsal.rows().getFirst().planned().orElseThrow();
        assertThat(maths.subject()).isEqualTo("Maths");
        assertThat(maths.length()).isEqualTo(Duration.ofMinutes(90));
        assertThat(maths.zone().getId()).isEqualTo("Europe/Warsaw");
        assertThat(maths.body()).isEqualTo("Bring the book,\nand a pen");
        assertThat(maths.attendees()).extracting(person -> person.address() + " " + person.name() + " " + person.required())
                .containsExactly(AMINA + "  true", TOMASZ + " Nowak, Tomasz true", "guest@elsewhere.example  false");
        assertThat(maths.options()).isEqualTo(new MeetingOptions(true, true, MeetingOptions.Lobby.EVERYONE, false, MeetingOptions.Presenters.ORGANISER,
                MeetingOptions.Chat.LIMITED, true, true, true));
        assertThat(maths.notice()).startsWith("This meeting is recorded.");
        var lab = rehearsal.rows().get(1).planned().orElseThrow();
        assertThat(lab.organiser()).isEqualTo("hannah.ivers@northfield.example");
        assertThat(lab.end()).isEqualTo(LocalDateTime.of(bench.day, java.time.LocalTime.of(12, 15)));
        assertThat(lab.options().camera()).isFalse();
        assertThat(lab.notice()).isEmpty();
        var tutoring = rehearsal.rows().get(2).planned().orElseThrow();
        assertThat(tutoring.way()).isEqualTo(Way.LINK_ONLY);
        assertThat(tutoring.options()).isEqualTo(Preset.TUTORING.options());
        assertThat(tutoring.length()).isEqualTo(Planned.USUAL_LENGTH);
    }

    @Test
    void eachBadCellIsNamedByLineAndColumn() throws Exception {
        var rehearsal = bench.rehearse("subject,start,end,organizer,attendees,timezone,record,lobby,preset\n"
                + "\"two\nlines\",soon,10:00,,,,,,\n" + "A," + bench.at("09:00") + ",late,,,Mars/Base,maybe,garden,none\n" + "=SUM(A1)," + bench.at("09:00") + ",,,,,,,\n"
                + "A,,,,,,,,\n" + "A\u0001," + bench.at("09:00") + ",,,,,,,\n" + "A," + bench.day + ",,,,,,,\n");
        assertThat(rehearsal.rows()).extracting(SlotRow::line).containsExactly(2, 4, 5, 6, 7, 8);
        assertThat(rehearsal.rows()).allSatisfy(row -> assertThat(row.state()).isEqualTo(RowState.WRONG)).allSatisfy(row -> assertThat(row.planned()).isEmpty());
        assertThat(rehearsal.rows().stream().flatMap(row -> row.notes().stream()).map(note -> note.column().orElseThrow().heading() + " " + note.what())).containsExactly(
                "start NO_TIME", "timezone NO_ZONE", "end NO_TIME", "preset NO_PRESET", "record NO_YES", "lobby NO_CHOICE", "subject FORMULA", "start EMPTY",
                "subject UNREADABLE", "start NO_TIME");
        var text = new RehearsalText(bench.room.words);
        assertThat(text.notes(rehearsal.rows().get(1))).contains("timezone: “Mars/Base” is no time zone.", "lobby: “garden” is none of the possible values.");
        assertThat(text.notes(rehearsal.rows().get(2))).contains("subject: The cell holds a formula, and the file does not tell its result: =SUM(A1)");
    }

    @Test
    void badTimesDaylightSavingAndThePastAreShown() throws Exception {
        int year = bench.day.getYear() + 1;
        var spring = java.time.LocalDate.of(year, 3, 31).with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.SUNDAY));
        var autumn = java.time.LocalDate.of(year, 10, 31).with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.SUNDAY));
        var rehearsal = bench.rehearse("subject,start,end,timezone\n" + "Back," + bench.at("10:00") + "," + bench.at("09:00") + ",\n"
                + "Long," + bench.at("10:00") + "," + bench.day.plusDays(3) + " 10:00,\n" + "Past,2020-03-02 10:00,,\n"
                + "Gap," + spring + " 01:30," + spring + " 03:00,Europe/London\n" + "Twice," + autumn + " 01:30," + autumn + " 01:45,Europe/London\n"
                + "Second," + autumn + "T01:30:00Z," + autumn + "T02:30:00Z,Europe/London\n");
        assertThat(rehearsal.rows()).extracting(SlotRow::state).containsExactly(RowState.WRONG, RowState.WRONG, RowState.ASKS, RowState.READY, RowState.READY, RowState.READY);
        assertThat(rehearsal.rows()).extracting(RehearsalTest::faults).containsExactly(List.of(SlotFault.What.END_BEFORE_START), List.of(SlotFault.What.TOO_LONG),
                List.of(SlotFault.What.PAST), List.of(SlotFault.What.GAP), List.of(SlotFault.What.TWICE, SlotFault.What.TWICE), List.of());
        // the second of the two hours is only said by its distance from UTC
        assertThat(rehearsal.rows().getLast().planned().orElseThrow().startsAt()).isEqualTo(autumn + "T01:30:00Z");
    }

    @Test
    void peopleAreLookedUpOnceEach() throws Exception {
        var rehearsal = bench.rehearse(HEADINGS + "A," + bench.at("09:00") + ",,nobody@northfield.example," + AMINA + "\n"
                + "B," + bench.at("11:00") + ",," + MARTA + ",amina.hasan@northfield.example;x@elsewhere.example;not an address\n"
                + "C," + bench.at("13:00") + ",," + MARTA + ",amina@northfeild.example\n");
        assertThat(rehearsal.rows()).extracting(SlotRow::state).containsExactly(RowState.WRONG, RowState.WRONG, RowState.ASKS);
        assertThat(faults(rehearsal.rows().getFirst())).containsExactly(SlotFault.What.ORGANISER_UNKNOWN);
        assertThat(faults(rehearsal.rows().get(1))).containsExactly(SlotFault.What.ADDRESS_MALFORMED);
        assertThat(whats(rehearsal.rows().get(1))).contains(What.ATTENDEE_UNKNOWN);
        assertThat(faults(rehearsal.rows().get(2))).containsExactly(SlotFault.What.ADDRESS_TYPO);
    }

    @Test
    void clashesAreSeenAmongRowsAndWithWhatIsThere() throws Exception {
        bench.scheduler.draft(bench.integration, Planned.at("Planned before", LocalDateTime.of(bench.day, java.time.LocalTime.of(15, 30)), bench.room.words.zone())
                .withOrganiser(MARTA));
        var rehearsal = bench.rehearse(HEADINGS + "A," + bench.at("09:00") + ",10:00," + MARTA + "," + AMINA + "\nB," + bench.at("09:30") + ",11:00," + MARTA + ",\n"
                + "C," + bench.at("11:00") + ",12:00," + MARTA + ",\nD," + bench.at("16:00") + ",17:00," + MARTA + ",\nE," + bench.at("09:45") + ",10:15,," + AMINA + "\n");
        assertThat(rehearsal.rows()).extracting(RehearsalTest::whats).containsExactly(List.of(What.CLASH_IN_LIST), List.of(What.CLASH_IN_LIST), List.of(),
                List.of(What.CLASH_WITH_MEETING), List.of(What.SOMEBODY_TWICE));
        assertThat(rehearsal.rows().getFirst().notes()).extracting(RowNote::value).containsExactly("3");
        assertThat(rehearsal.rows().get(3).notes()).extracting(RowNote::value).containsExactly("Planned before");
        assertThat(rehearsal.count(RowState.ASKS)).isEqualTo(3);
    }

    @Test
    void whatIsThereAlreadyIsLeftOut() throws Exception {
        var row = "A," + bench.at("09:00") + ",10:00," + MARTA + ",\n";
        var first = bench.rehearse(HEADINGS + row + row + "a , " + bench.at("09:00") + " ,," + MARTA.toUpperCase(java.util.Locale.ROOT) + ",\n");
        assertThat(first.rows()).extracting(RehearsalTest::whats).containsExactly(List.of(), List.of(What.SAME_ROW), List.of(What.SAME_ROW));
        bench.scheduler.drafts(bench.integration, first.plans(Rehearsal.WITHOUT_REPETITIONS), "earlier");
        var second = bench.rehearse(HEADINGS + row + "B," + bench.at("12:00") + ",," + MARTA + ",\n");
        assertThat(second.rows()).extracting(SlotRow::state).containsExactly(RowState.THERE_ALREADY, RowState.READY);
        assertThat(second.plans(Rehearsal.WITHOUT_REPETITIONS)).extracting(Planned::subject).containsExactly("B");
    }

    @Test
    void otherHeadingsAreMappedAndSubjectsPutTogether() throws Exception {
        var sheet = bench.sheet("Fach;Stufe;Beginn;Wer\nMathe;A2;" + bench.day.format(java.time.format.DateTimeFormatter.ofPattern("d.M.uuuu")) + " 9:00;" + MARTA + "\n");
        assertThat(sheet.guessed()).isEmpty();
        var mapping = Map.of(SlotColumn.START, 2, SlotColumn.ORGANIZER, 3);
        var choices = new Rehearsals.Choices(Optional.empty(), Optional.of("Tipu: {Fach} [Stufe] Lesson"));
        assertThat(bench.rehearsals.of(bench.integration, sheet, mapping, choices, Progress.NONE).rows()).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("Tipu: Mathe A2 Lesson");
            assertThat(row.planned().orElseThrow().start()).isEqualTo(LocalDateTime.of(bench.day, java.time.LocalTime.of(9, 0)));
        });
        assertThatThrownBy(() -> bench.rehearsals.of(bench.integration, sheet, mapping, new Rehearsals.Choices(Optional.empty(), Optional.of("{Raum}")), Progress.NONE))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem().facts()).containsEntry("field", "Raum"));
        assertThatThrownBy(() -> bench.rehearsals.of(bench.integration, sheet, Map.of(SlotColumn.SUBJECT, 0), choices, Progress.NONE)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> bench.rehearsals.of(bench.integration, sheet, mapping, Rehearsals.Choices.NONE, Progress.NONE)).isInstanceOf(ProblemException.class);
    }

    @Test
    void withoutTheDirectoryTheRestIsStillRehearsed() throws Exception {
        bench.room.tenant.faults().graph("GET", "/users").always().with(Fault.of(GraphRefusal.of(403, "Authorization_RequestDenied", "Insufficient privileges")));
        var rehearsal = bench.rehearse(HEADINGS + "A," + bench.at("09:00") + ",08:00," + MARTA + "," + AMINA + "\n");
        assertThat(rehearsal.unchecked()).isPresent();
        assertThat(faults(rehearsal.rows().getFirst())).containsExactly(SlotFault.What.END_BEFORE_START);
        assertThat(whats(rehearsal.rows().getFirst())).contains(What.ATTENDEES_NOT_CHECKED);
    }

    @Test
    void aTermIsRehearsedLikeAList() throws Exception {
        var pattern = new TermPattern(List.of(new TermPattern.Time(bench.day.getDayOfWeek(), java.time.LocalTime.of(9, 0), Duration.ofHours(1))), bench.day,
                bench.day.plusWeeks(3), 1, List.of(TermPattern.Free.day(bench.day.plusWeeks(1))));
        var like = Planned.at("", bench.day.atStartOfDay(), bench.room.words.zone()).withOrganiser(MARTA);
        var rehearsal = bench.rehearsals.of(bench.integration, "Maths", pattern.plans(like, new SubjectTemplate("Maths {number}"), bench.room.words.locale()), Progress.NONE);
        assertThat(rehearsal.rows()).extracting(SlotRow::title).containsExactly("Maths 1", "Maths 2", "Maths 3");
        assertThat(rehearsal.count(RowState.READY)).isEqualTo(3);
    }
}
