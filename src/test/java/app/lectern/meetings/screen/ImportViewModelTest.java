package app.lectern.meetings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.bulk.Rehearsal;
import app.lectern.meetings.planning.bulk.RowState;
import app.lectern.meetings.planning.bulk.SlotColumn;
import app.lectern.meetings.planning.bulk.SlotImport;
import app.lectern.meetings.planning.bulk.SubjectTemplate;
import app.lectern.meetings.planning.bulk.TermPattern;
import app.lectern.problems.Problem;
import app.lectern.shell.Loading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports on the screen without a window, before the demo tenant.
class ImportViewModelTest {
    private final List<Problem> problems = new ArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    @TempDir
    Path folder;
    private Room room;
    private Integration integration;
    private MeetingsDesk desk;
    private ImportViewModel model;
    private LocalDate day;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("home"));
        integration = room.connected();
        desk = MeetingsWindow.desk(room, room.words);
        model = new ImportViewModel(MeetingsWindow.lists(room, desk, room.words), new InlineTaskRunner(), room.words, changes::incrementAndGet, problems::add);
        day = LocalDate.ofInstant(room.clock.instant(), room.words.zone()).plusDays(14);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Path list(String head) throws Exception {
        return Files.writeString(folder.resolve("timetable.csv"), head + "\n"
                + "Algebra," + day + " 09:00," + day + " 10:00,daniel.osei@northfield.example,\n"
                + "Geometry," + day + " 11:00," + day + " 10:00,daniel.osei@northfield.example,\n"
                + "Statistics," + day + " 13:00," + day + " 14:00,daniel.osei@northfield.example,\n");
    }

    private Rehearsal made() {
        return model.rehearsal().get().data().orElseThrow();
    }

    @Test
    void aListIsRehearsedShownCreatedAndTakenBack() throws Exception {
        model.open(integration, list("subject,start,end,organizer,attendees"));
        assertThat(made().rows()).hasSize(3);
        assertThat(made().count(RowState.WRONG)).isEqualTo(1);
        assertThat(model.wantedCount()).isEqualTo(2);
        assertThat(model.notes(made().rows().get(1))).contains("after the start");
        assertThat(model.entries()).extracting(CalendarEntry::subject).contains("Algebra", "Statistics");
        assertThat(desk.scheduler().count(integration)).as("nothing is kept before it is confirmed").isZero();

        var ended = new ArrayList<SlotImport.Imported>();
        model.create(ended::add);
        assertThat(problems).isEmpty();
        assertThat(ended.getLast().results().done()).isEqualTo(2);
        assertThat(model.rehearsal().get()).isInstanceOf(Loading.Idle.class);
        assertThat(room.tenant.school().meetings().all()).anyMatch(meeting -> "Algebra".equals(meeting.subject()));

        model.undo(integration, ended.getLast().batch(), ended::add);
        assertThat(desk.scheduler().count(integration)).isZero();
        var earlier = new ArrayList<app.lectern.meetings.planning.bulk.ImportBatch>();
        model.earlier(integration, earlier::addAll);
        assertThat(earlier).singleElement().satisfies(batch -> assertThat(batch.undoneAt()).isPresent());
    }

    @Test
    void aWrongRowIsMendedAndRehearsedAgainWhileItsFileStays() throws Exception {
        var file = list("subject,start,end,organizer,attendees");
        var before = Files.readString(file);
        model.open(integration, file);
        var wrong = made().rows().get(1);
        assertThat(model.note(wrong.notes().getFirst())).as("at its own cell").isEqualTo("The end must lie after the start.");
        var cells = model.cells(wrong);
        assertThat(cells).containsEntry(SlotColumn.SUBJECT, "Geometry").containsEntry(SlotColumn.END, day + " 10:00");
        cells.put(SlotColumn.END, "12:00");
        model.mend(wrong, cells);
        assertThat(made().count(RowState.WRONG)).isZero();
        assertThat(made().rows().get(1).planned().orElseThrow().end()).isEqualTo(day.atTime(12, 0));
        assertThat(model.wantedCount()).isEqualTo(3);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void columnsWithForeignHeadingsAreMappedAndTheListForgotten() throws Exception {
        model.open(integration, list("what,from,until,who,whom"));
        assertThat(model.rehearsal().get()).as("no column tells when").isInstanceOf(Loading.Failed.class);
        model.map(SlotColumn.SUBJECT, Optional.of(0));
        model.map(SlotColumn.START, Optional.of(1));
        model.map(SlotColumn.END, Optional.of(2));
        model.map(SlotColumn.ORGANIZER, Optional.of(3));
        assertThat(made().rows()).extracting(row -> row.title()).containsExactly("Algebra", "Geometry", "Statistics");
        model.forget();
        assertThat(model.entries()).isEmpty();

        model.open(integration, folder.resolve("nowhere.csv"));
        assertThat(problems).hasSize(1);
        assertThat(model.rehearsal().get()).isInstanceOf(Loading.Idle.class);
    }

    @Test
    void aTermIsFilledWithoutItsFreeDays() {
        var monday = day.with(java.time.temporal.TemporalAdjusters.next(DayOfWeek.MONDAY));
        var pattern = new TermPattern(List.of(new TermPattern.Time(DayOfWeek.MONDAY, LocalTime.of(9, 0), Duration.ofHours(1))), monday, monday.plusWeeks(3), 1,
                TermText.free(monday.plusWeeks(1).toString()).orElseThrow());
        model.term(integration, "Term", pattern, Planned.at("", monday.atStartOfDay(), room.words.zone()).withOrganiser("daniel.osei@northfield.example"),
                new SubjectTemplate("Algebra {number}"));
        assertThat(model.entries()).extracting(CalendarEntry::subject).containsExactly("Algebra 1", "Algebra 2", "Algebra 3");
        assertThat(TermText.free("2026-12-21..2027-01-03, 2027-02-15").orElseThrow()).hasSize(2);
        assertThat(TermText.free("soon")).isEmpty();
    }
}
