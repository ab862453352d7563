package app.lectern;

import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.attendance.MeetingLine;
import app.lectern.demo.faults.Fault;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.meetings.MeetingSpan;
import app.lectern.meetings.planning.bulk.RowState;
import app.lectern.meetings.planning.bulk.SlotRow;
import app.lectern.recordings.LocalState;
import app.lectern.recordings.RecordingKind;
import app.lectern.recordings.screen.DateRange;
import app.lectern.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A day of somebody who plans lessons: a term is imported, lessons are moved and cancelled, recordings fetched, attendance exported and
/// due dates put into the calendar. One window for the whole day.
class StaffDayUiTest {
    private static final Instant MORNING = Instant.parse("2026-11-18T09:30:00Z");
    private static final int LESSONS = 60;
    private static final int FILMS = 12;
    @TempDir
    private static Path folder;
    private static DayWindow day;

    @BeforeEach
    void open() throws Exception {
        var clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), MORNING));
        day = new DayWindow("staff", folder.resolve("home"), clock, DayWindow::store);
    }

    @AfterEach
    void close() throws Exception {
        day.close();
    }

    private static Path file(String name) throws Exception {
        try (var in = StaffDayUiTest.class.getResourceAsStream("days/" + name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    private List<CalendarEvent> events(String organiser, String subject) {
        var school = day.tenant().school();
        return school.exclusively(() -> school.calendars().of(school.people().find(organiser + "@northfield.example").orElseThrow()).own().stream()
                .filter(event -> subject.equals(event.subject()) && !event.isCancelled()).toList());
    }

    /// What one stretch of the day left open is closed before the next begins.
    private void closeWhatIsOpen() throws Exception {
        for (int turn = 0; turn < 3 && onFx(day::hasDialog); turn++) {
            day.robot.push(KeyCode.ESCAPE);
        }
    }

    /// One test, since each stretch begins where the one before ended.
    @Test
    void theWholeDay() throws Exception {
        theDemoTenantIsThereAfterOneChoiceAndItsMeetingsAfterASync();
        closeWhatIsOpen();
        aTermIsRehearsedMendedAndCreated();
        closeWhatIsOpen();
        aLessonIsMovedAndAnotherCancelled();
        closeWhatIsOpen();
        aRecordingOfLastWeekIsFoundAndItsTranscriptRead();
        closeWhatIsOpen();
        twelveAreDownloadedThoughTheNetworkIsCutInBetween();
        closeWhatIsOpen();
        theAttendanceOfALessonIsMendedAndExported();
        closeWhatIsOpen();
        theDatesOfAProjectAreInTheSharedCalendarAndOneIsMoved();
    }

    private void theDemoTenantIsThereAfterOneChoiceAndItsMeetingsAfterASync() throws Exception {
        day.step("first start", () -> day.await("the two ways to begin show", () -> day.says(day.text("first-run.title"))));
        day.step("demo tenant chosen", () -> {
            day.pressText(day.text("first-run.demo"));
            day.awaitPlace(Place.OVERVIEW);
            day.press("first-steps-skip");
        });
        day.step("synced", () -> {
            day.press("overview-sync");
            day.await("the meetings are known", () -> day.wiring().meetings.known.count(day.wiring().demoIntegration()) > 0);
            day.awaitRest();
        });
    }

    private void aTermIsRehearsedMendedAndCreated() throws Exception {
        day.step("term rehearsed", () -> {
            day.go(Place.MEETINGS);
            day.willChoose(file("spring-term.csv"));
            day.menu("meetings-lists", day.text("meetings.import"));
            day.press("meetings-import-review");
            day.await("sixty rows are there", () -> day.items("meetings-import-rows").size() == LESSONS);
        });
        assertThat(rows(RowState.WRONG)).hasSize(3);
        mend("unreadable time", "meetings-mend-start", "2027-01-18 11:00", 2);
        mend("end before start", "meetings-mend-end", "11:00", 1);
        mend("unknown organiser", "meetings-mend-organizer", "claire.dubois@northfield.example", 0);
        day.step("term created", () -> {
            day.press("meetings-import-accept");
            day.awaitRest();
            day.await("all are in the tenant", () -> day.wiring().meetings.scheduler.slots(day.wiring().demoIntegration(), Instant.parse("2027-01-01T00:00:00Z"),
                    Instant.parse("2027-04-01T00:00:00Z")).stream().filter(slot -> !slot.eventId().isEmpty()).count() == LESSONS);
        });
        assertThat(events("marta.kowalska", "Year 11 Chemistry: Rates 1a")).hasSize(1);
    }

    private List<SlotRow> rows(RowState state) throws Exception {
        return onFx(() -> day.items("meetings-import-rows").stream().map(SlotRow.class::cast).filter(row -> row.state() == state).toList());
    }

    /// The row that is wrong is chosen already.
    private void mend(String what, String field, String text, int left) throws Exception {
        day.step(what, () -> {
            day.focus("meetings-import-rows");
            day.push(KeyCode.ENTER);
            day.type(field, text);
            day.picture("mending-" + field);
            day.push(KeyCode.ENTER);
            day.await("it is rehearsed again", () -> !day.shows(field) && day.shows("meetings-import-rows") && !day.find("meetings-import-rows").isDisabled()
                    && day.items("meetings-import-rows").stream().map(SlotRow.class::cast).filter(row -> row.state() == RowState.WRONG).count() == left);
        });
    }

    private void findLesson(String subject) throws Exception {
        day.type("meetings-filter", subject);
        day.chooseText("meetings-table", subject);
        day.push(KeyCode.ENTER);
        day.await("its editor is there", () -> day.find("meeting-subject") instanceof TextField field && field.getText().equals(subject));
    }

    private void inTheList() throws Exception {
        day.pressText(day.text("calendar-mode.list"));
        day.pressText(day.window().words().of(MeetingSpan.COMING));
    }

    private void aLessonIsMovedAndAnotherCancelled() throws Exception {
        day.step("lesson found", () -> {
            day.go(Place.MEETINGS);
            inTheList();
            findLesson("Year 9 French: La ville 1a");
        });
        day.step("lesson moved", () -> {
            day.type("meeting-starts", "14:00");
            day.push(KeyCode.TAB);
            day.push(KeyCode.CONTROL, KeyCode.S);
            day.await("the tenant has it", () -> events("claire.dubois", "Year 9 French: La ville 1a").stream()
                    .anyMatch(event -> event.times().startInstant().equals(Instant.parse("2027-01-12T14:00:00Z"))));
            day.awaitRest();
        });
        day.step("lesson cancelled", () -> {
            findLesson("Year 12 Biology: Cells 1a");
            day.press("meeting-remove");
            day.type("meeting-cancel-message", "Mr Patel is at a conference.");
            day.press("meeting-cancel-accept");
            day.await("the tenant has cancelled it", () -> events("sanjay.patel", "Year 12 Biology: Cells 1a").isEmpty());
            day.awaitRest();
        });
    }

    private void aRecordingOfLastWeekIsFoundAndItsTranscriptRead() throws Exception {
        var words = day.window().words();
        day.step("recording found", () -> {
            day.go(Place.RECORDINGS);
            day.menu("recordings-filter-date", words.of(DateRange.LAST_7_DAYS));
            day.type("recordings-filter", "Linear equations");
            day.await("only that lesson is left", () -> day.allRows("recordings-table", "Linear equations"));
            day.chooseText("recordings-table", words.of(RecordingKind.TRANSCRIPT));
        });
        day.step("transcript read", () -> {
            day.press("recordings-transcript");
            day.await("what was said shows", () -> !day.items("transcript-lines").isEmpty());
            day.write("the");
            day.await("places are found", () -> !day.items("transcript-jumps").isEmpty());
        });
        day.push(KeyCode.ESCAPE);
        assertThat(onFx(day::hasDialog)).isFalse();
    }

    private void twelveAreDownloadedThoughTheNetworkIsCutInBetween() throws Exception {
        var words = day.window().words();
        var storage = day.tenant().faults();
        storage.storage().always().with(Fault.resetAfter(100_000));
        day.step("twelve chosen", () -> {
            day.press("recordings-clear");
            day.menu("recordings-filter-kind", words.of(RecordingKind.VIDEO));
            day.menu("recordings-filter-place", words.of(app.lectern.recordings.Place.ONEDRIVE));
            day.await("only films in OneDrive are listed", () -> day.items("recordings-table").size() > FILMS
                    && day.allRows("recordings-table", words.of(RecordingKind.VIDEO)) && day.allRows("recordings-table", words.of(app.lectern.recordings.Place.ONEDRIVE)));
            day.focus("recordings-table");
            day.push(KeyCode.HOME);
            day.hold(FILMS - 1, KeyCode.SHIFT, KeyCode.DOWN);
            day.push(KeyCode.CONTROL, KeyCode.D);
            day.await("they are on their way", () -> day.wiring().recordings.queue.lines().size() == FILMS);
        });
        day.step("network cut", () -> {
            day.await("some of it has come", () -> day.wiring().recordings.queue.lines().stream().anyMatch(line -> line.done() > 0));
            storage.storage().always().with(Fault.reset());
            day.await("it is said that the network is away", () -> day.says(day.text("recordings.queue.again")));
        });
        storage.clear();
        day.step("all here", () -> {
            day.await("all have come", () -> day.wiring().recordings.queue.lines().isEmpty());
            day.await("the list says so, and there is nothing more to do", () -> day.rowsSaying("recordings-table", words.of(LocalState.VERIFIED)) == FILMS
                    && day.find("recordings-download").isDisabled());
            day.awaitRest();
        });
        try (var files = Files.walk(day.downloads())) {
            assertThat(files.filter(file -> file.toString().endsWith(".mp4")).toList()).hasSize(FILMS);
        }
        day.step("one opened", () -> {
            day.focus("recordings-table");
            day.push(KeyCode.HOME);
            day.push(KeyCode.ENTER);
            day.await("it is opened", () -> !day.opened.isEmpty());
        });
        assertThat(day.opened.getLast()).endsWith(".mp4");
    }

    private void theAttendanceOfALessonIsMendedAndExported() throws Exception {
        var export = folder.resolve("attendance.csv");
        day.step("lesson with two no-shows", () -> {
            day.go(Place.ATTENDANCE);
            day.choose("attendance-meetings", MeetingLine.class, line -> line.figures().noShows() == 2);
            day.await("both are named", () -> day.items("attendance-no-shows").size() == 2);
        });
        day.step("one was there", () -> {
            day.pressText(day.text("attendance.mark"));
            day.type("dialog-text", "Sat beside a colleague.");
            day.push(KeyCode.ENTER);
            day.await("one is left", () -> day.items("attendance-no-shows").size() == 1);
        });
        day.step("the other is written to", () -> {
            day.menu("attendance-mail", day.text("attendance.mail.open"));
            day.await("a mail is begun", () -> day.opened.getLast().startsWith("mailto:"));
        });
        day.step("attendance exported", () -> {
            day.push(KeyCode.CONTROL, KeyCode.E);
            day.willChoose(export);
            day.press("export-save");
            day.await("the file is there", () -> Files.exists(export));
            day.awaitRest();
        });
        assertThat(Files.readString(export)).contains("By hand", "No-show").doesNotContain("null");
    }

    private void theDatesOfAProjectAreInTheSharedCalendarAndOneIsMoved() throws Exception {
        day.step("project imported", () -> {
            day.go(Place.DELIVERABLES);
            day.willChoose(file("greenhouse.csv"));
            day.press("importFile");
            day.await("its columns are known", () -> day.items("deliverables-import-rows").size() == 7);
            day.press("deliverables-import-accept");
            day.await("the rows are there", () -> day.items("deliverables-table").size() == 7);
        });
        day.step("dates in the calendar", () -> {
            if (day.shows("showPlan")) {
                day.press("showPlan");
            }
            day.press("deliverables-apply");
            day.awaitRest();
            day.await("all are in the calendar", () -> shared().size() == 7);
            if (!day.shows("showPlan")) {
                day.push(KeyCode.ESCAPE);
            }
        });
        day.step("a date moved", () -> {
            day.chooseText("deliverables-table", "Costs");
            day.push(KeyCode.ENTER);
            day.type("deliverable-date", "22/1/2027");
            day.picture("moving-a-date");
            day.press("deliverable-save");
            day.await("the list has it", () -> day.wiring().deliverables.list.list(day.wiring().demoIntegration()).stream()
                    .anyMatch(each -> each.title().contains("Costs") && each.date().equals(Optional.of(LocalDate.of(2027, 1, 22)))));
            if (day.shows("showPlan")) {
                day.press("showPlan");
            }
            day.press("deliverables-apply");
            day.await("the calendar has it", () -> shared().stream().anyMatch(event -> event.subject().contains("Costs")
                    && event.times().start().toLocalDate().equals(LocalDate.of(2027, 1, 22))));
            day.awaitRest();
        });
        assertThat(shared()).hasSize(7);
    }

    /// What lies in the calendars of the account that keeps the dates, of this project.
    private List<CalendarEvent> shared() {
        var school = day.tenant().school();
        return school.exclusively(() -> school.people().all().stream().flatMap(person -> school.calendars().of(person).own().stream())
                .filter(event -> event.subject() != null && event.subject().startsWith("Greenhouse") && !event.isCancelled()).distinct().toList());
    }
}
