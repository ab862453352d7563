package app.lectern.attendance.screen;

import static app.lectern.shell.Toolkit.await;
import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.attendance.AttendanceRoom;
import app.lectern.attendance.AttendanceSource;
import app.lectern.attendance.Participant;
import app.lectern.attendance.Standing;
import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusal;
import app.lectern.home.Settings;
import app.lectern.meetings.MeetingKind;
import app.lectern.shell.Keyboard;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The attendance screen as a person with a keyboard meets it, in the real window, before the demo tenant.
class AttendanceViewUiTest {
    private static final String MARTA = "marta.kowalska@northfield.example";

    @TempDir
    Path folder;
    private final Keyboard robot = new Keyboard();
    private AttendanceWindow screen;

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    /// One lesson with thirty invited people, read.
    private void lesson() throws Exception {
        var room = new AttendanceRoom(folder.resolve("room"));
        room.lesson(MARTA, "Reaction rates", room.lesson.minus(Duration.ofDays(2)), 30);
        room.sync();
        screen = new AttendanceWindow(folder, room);
        screen.choose("Reaction rates");
    }

    private void press(String id) throws Exception {
        await(() -> screen.shows(id));
        screen.focus(id);
        robot.push(KeyCode.SPACE);
    }

    /// Runs the entry of a menu, by its words.
    private void menu(String id, String key) throws Exception {
        onFx(() -> {
            screen.find(id, MenuButton.class).getItems().stream().filter(item -> item.getText().equals(screen.words.text(key))).findFirst().orElseThrow().fire();
            return null;
        });
    }

    private String texts(String id) {
        var text = new StringBuilder();
        collect(screen.window.scene().lookup("#" + id), text);
        return text.toString();
    }

    private static void collect(Node node, StringBuilder text) {
        if (node instanceof javafx.scene.control.Labeled label && label.getText() != null) {
            text.append(label.getText()).append("\n");
        } else if (node instanceof javafx.scene.text.Text words) {
            text.append(words.getText()).append("\n");
        }
        if (node instanceof javafx.scene.Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, text));
        }
    }

    @Test
    void theFirstMeetingSaysWhatHasWorkedAndTicksItself() throws Exception {
        var room = new AttendanceRoom(folder.resolve("room"));
        long meeting = room.lesson(MARTA, "Reaction rates", room.lesson.minus(Duration.ofDays(2)), 30);
        screen = new AttendanceWindow(folder, room);
        await(() -> texts("attendance-acceptance").contains("1 of 4 steps"));

        room.sync();
        load();
        await(() -> texts("attendance-acceptance").contains("3 of 4 steps"));
        assertThat(texts("attendance-acceptance")).contains("✓ Attendance read: Reaction rates", "… Recording found");
        screen.photograph("acceptance");

        screen.recorded.put(meeting, app.lectern.meetings.Turnout.HELD);
        load();
        await(() -> texts("attendance-acceptance").isBlank());
    }

    private void load() throws Exception {
        onFx(() -> {
            screen.model.load();
            return null;
        });
    }

    @Test
    void aMeetingShowsItsPeopleAndTheFilterNarrowsThem() throws Exception {
        lesson();
        int all = screen.model.participants().size();
        assertThat(all).isGreaterThan(8);
        screen.focus("attendance-person");
        robot.write("kowal");
        await(() -> screen.model.shown().size() == 1);
        assertThat(onFx(() -> screen.find("attendance-count", Label.class).getText())).isEqualTo("1 of " + all + " shown");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.DELETE);
        await(() -> screen.model.shown().size() == all);
        onFx(() -> {
            screen.model.filterProperty().set(AttendanceViewModel.Shown.LATE);
            return null;
        });
        assertThat(onFx(() -> screen.model.shown().stream().allMatch(Participant::late))).isTrue();
        assertThat(onFx(() -> (long) screen.model.shown().size())).isEqualTo(onFx(() -> screen.model.count(AttendanceViewModel.Shown.LATE)));
    }

    @Test
    void whatWasErasedIsListedAndWhoDeclinedIsSaidToHave() throws Exception {
        var room = new AttendanceRoom(folder.resolve("room"));
        long meeting = room.lesson(MARTA, "Reaction rates", room.lesson.minus(Duration.ofDays(2)), 30);
        room.sync();
        var missed = new app.lectern.attendance.Attendance(room.room.store, room.known, room.room.clock).of(room.integration, meeting).roll().noShows();
        room.room.store.change(handle -> handle.createUpdate("UPDATE meeting_attendee SET answer = 'DECLINED' WHERE address = :address")
                .bind("address", missed.getFirst().address()).execute());
        screen = new AttendanceWindow(folder, room);
        screen.choose("Reaction rates");
        await(() -> screen.find("attendance-no-shows", javafx.scene.control.ListView.class) instanceof javafx.scene.control.ListView<?> list
                && list.getItems().size() == missed.size());
        onFx(() -> {
            screen.find("attendance-no-shows", javafx.scene.control.ListView.class).scrollTo(missed.size() - 1);
            return null;
        });
        await(() -> texts("attendance-no-shows").contains(screen.words.text("attendance.has-declined")));
        assertThat(onFx(() -> screen.model.meetingProperty().get().data().orElseThrow().roll().noShows())).hasSize(missed.size() - 1);

        var who = onFx(() -> screen.model.participants().getLast().who());
        onFx(() -> {
            screen.deeds.erase(who, "asked for it", done -> {});
            return null;
        });
        await(() -> screen.model.participants().stream().noneMatch(each -> each.who().equals(who)));
        menu("more", "attendance.erasures");
        await(() -> screen.find("attendance-erasures", javafx.scene.control.TableView.class) instanceof javafx.scene.control.TableView<?> table
                && table.getItems().size() == 1);
        await(() -> texts("attendance-erasures").contains("asked for it"));
    }

    @Test
    void anEntryByHandIsMadeByKeyboardAndStaysMarked() throws Exception {
        lesson();
        robot.push(KeyCode.CONTROL, KeyCode.M);
        await(() -> screen.shows("entry-name"));
        robot.write("Noor Castellan");
        screen.focus("entry-reason");
        robot.write("was seen in the room");
        robot.push(KeyCode.ENTER);
        await(() -> screen.model.participants().stream().anyMatch(Participant::isManual));
        var tariq = onFx(() -> screen.model.participants().stream().filter(Participant::isManual).findFirst().orElseThrow());
        assertThat(tariq.who().name()).isEqualTo("Noor Castellan");
        assertThat(tariq.total()).isEqualTo(Duration.ofHours(1));
        assertThat(tariq.origin().orElseThrow().origin().by()).isEqualTo("R. Okafor");
        await(() -> !screen.shows("entry-name"));
        assertThat(onFx(() -> screen.model.selectedProperty().get().sources())).contains(AttendanceSource.MANUAL, AttendanceSource.API);
    }

    @Test
    void anEntryWithoutAReasonIsRefusedInPlace() throws Exception {
        lesson();
        press("enter");
        await(() -> screen.shows("entry-name"));
        robot.write("Noor Castellan");
        robot.push(KeyCode.ENTER);
        await(() -> screen.window.scene().getRoot().lookupAll(".lx-fault").stream().anyMatch(node -> node.isVisible() && ((Label) node).getText().contains("why")));
        assertThat(screen.shows("entry-name")).isTrue();
    }

    @Test
    void someoneMissedIsMarkedPresent() throws Exception {
        lesson();
        var missed = onFx(() -> screen.model.meetingProperty().get().data().orElseThrow().roll().noShows());
        assertThat(missed).isNotEmpty();
        onFx(() -> {
            screen.deeds.markPresent(missed.getFirst(), "sat beside me");
            return null;
        });
        await(() -> screen.model.meetingProperty().get().data().orElseThrow().roll().noShows().size() == missed.size() - 1);
        menu("attendance-mail", "attendance.mail.open");
        if (missed.size() > 1) {
            assertThat(screen.opened.getFirst()).startsWith("mailto:?bcc=").contains("%40").doesNotContain(missed.getFirst().address());
        }
    }

    @Test
    void teamsOwnFileIsPreviewedAndImported() throws Exception {
        var room = new AttendanceRoom(folder.resolve("room"));
        var school = room.room.tenant.school();
        var online = school.exclusively(() -> school.meetings().all().stream()
                .filter(meeting -> meeting.kind() == app.lectern.demo.school.MeetingKind.INSTANT).findFirst().orElseThrow());
        room.room.tenant.faults().graph("GET", "/users/*/onlineMeetings/*/attendanceReports").always().with(Fault.of(GraphRefusal.of(404, "UnknownError", "")));
        room.know(online, MeetingKind.INSTANT, online.start(), online.end(), "");
        room.sync();
        screen = new AttendanceWindow(folder, room);
        screen.choose("Webinar 1");

        // an explanation and the two offers, never a row of zeros
        await(() -> screen.shows("attendance-absence"));
        assertThat(onFx(() -> texts("attendance-absence"))).contains("Instant “Meet now” meeting").contains("Import Teams’ attendance file").contains("Add entry by hand");
        assertThat(screen.shows("attendance-participants")).isFalse();
        screen.photograph("attendance-absence");

        var day = java.time.format.DateTimeFormatter.ofPattern("M/d/yy").withZone(screen.words.zone()).format(online.start());
        screen.file = Files.write(folder.resolve("attendance.csv"), ("\uFEFF1. Summary\nMeeting title\tWebinar 1\nAttended participants\t1\n\n2. Participants\n"
                + "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\nOmar Haddad\t" + day + ", 3:00:00 PM\t" + day
                + ", 3:16:49 PM\t16m 49s\to.haddad@northfield.example\to.haddad@northfield.example\tAttendee\n").getBytes(StandardCharsets.UTF_16LE));
        menu("more", "attendance.import");
        await(() -> screen.shows("import-table"));
        press("import-accept");
        await(() -> screen.model.participants().size() == 1);
        var omar = onFx(() -> screen.model.participants().getFirst());
        assertThat(omar.source()).isEqualTo(AttendanceSource.CSV);
        assertThat(omar.total()).isEqualTo(Duration.ofMinutes(16).plusSeconds(49));
        await(() -> screen.shows("attendance-participants"));
        assertThat(onFx(() -> texts("attendance-participants"))).contains("16 min 49 s").contains("Imported file");
    }

    @Test
    void theChosenColumnsAreExported() throws Exception {
        lesson();
        screen.file = folder.resolve("out.csv");
        menu("exportMenu", "export-format.csv");
        await(() -> screen.shows("export-save"));
        screen.photographStage("attendance-export");
        press("export-save");
        await(() -> Files.exists(screen.file));
        await(() -> screen.window.notifications().notices().stream().anyMatch(notice -> notice.text().contains("out.csv")));
        var text = Files.readString(screen.file);
        assertThat(text).startsWith("\uFEFFSimulated data").contains("Meeting,Date,Participant").contains("Reaction rates");
    }

    @Test
    void aPersonIsFoundEverywhere() throws Exception {
        lesson();
        press("people");
        await(() -> screen.shows("person-search"));
        robot.write("kowalska");
        await(() -> !screen.find("person-found", javafx.scene.control.ListView.class).getItems().isEmpty());
        robot.push(KeyCode.DOWN);
        await(() -> screen.find("person-visits", TableView.class).getItems().size() == 1);
        screen.photographStage("attendance-person");
    }

    @Test
    void anInstantMeetingWithoutReportsShowsWhyAndTheTwoOffersAndNoZeros() throws Exception {
        var room = new AttendanceRoom(folder.resolve("room"));
        var tenant = room.room.tenant;
        tenant.faults().graph("GET", "/users/*/onlineMeetings/*/attendanceReports").always()
                .with(app.lectern.demo.faults.Fault.of(app.lectern.demo.graph.GraphRefusal.of(404, "UnknownError", "")));
        var online = tenant.school().exclusively(() -> tenant.school().meetings().all().stream()
                .filter(each -> each.kind() == app.lectern.demo.school.MeetingKind.INSTANT).findFirst().orElseThrow());
        room.know(online, app.lectern.meetings.MeetingKind.INSTANT, online.start(), online.end(), "");
        room.sync();
        screen = new AttendanceWindow(folder, room);
        screen.choose(online.subject());
        await(() -> screen.shows("attendance-absence"));

        assertThat(onFx(() -> texts("attendance-absence"))).contains(screen.words.text("verdict.instant.title"), screen.words.text("attendance.import"),
                screen.words.text("attendance.enter"));
        assertThat(screen.shows("attendance-participants")).as("no table of zeros").isFalse();
    }

    @Test
    void aWaitingMeetingSaysUntilWhenNothingIsWrong() throws Exception {
        var room = new AttendanceRoom(folder.resolve("room"));
        room.lesson(MARTA, "Just ended", room.room.clock.instant().minus(Duration.ofMinutes(65)), 5);
        room.sync();
        screen = new AttendanceWindow(folder, room);
        screen.choose("Just ended");
        await(() -> screen.shows("attendance-absence"));
        assertThat(onFx(() -> texts("attendance-absence"))).contains("The report is not there yet").contains("usually by");
        assertThat(onFx(() -> screen.model.selectedProperty().get().standing())).isEqualTo(Standing.WAITING);
    }

    @Test
    void theScreenIsPhotographedInBothThemes() throws Exception {
        var room = new AttendanceRoom(folder.resolve("room"));
        AttendanceWindow.knowSchool(room);
        screen = new AttendanceWindow(folder, room);
        await(() -> screen.model.listProperty().get() instanceof app.lectern.shell.Loading.Ready);
        screen.photograph("attendance-empty");
        onFx(() -> {
            screen.model.sync(true);
            return null;
        });
        await(() -> !screen.model.busy().get());
        await(() -> screen.model.meetings().size() > 30);
        screen.choose("Year 11 Chemistry: Reaction rates");
        onFx(() -> {
            screen.deeds.enter("Noor Castellan", "", app.lectern.attendance.MeetingRole.ATTENDEE, screen.model.selectedProperty().get().start(),
                    screen.model.selectedProperty().get().start().plusSeconds(3300), "was in the room", () -> {}, problem -> {
                        throw problem.raise();
                    });
            return null;
        });
        await(() -> screen.model.participants().stream().anyMatch(Participant::isManual));
        screen.photograph("attendance-light");
        screen.parts.settings().change(now -> now.with(new Settings.Appearance(Settings.Theme.DARK, true)));
        screen.photograph("attendance-dark");
        screen.parts.settings().change(now -> now.with(new Settings.Appearance(Settings.Theme.LIGHT, true)));
        menu("more", "attendance.compare");
        await(() -> screen.shows("compare-table"));
        screen.photographStage("attendance-compare");
    }
}
