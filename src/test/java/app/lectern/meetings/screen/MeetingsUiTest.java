package app.lectern.meetings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.accounts.OrganiserDirectory;
import app.lectern.demo.faults.Fault;
import app.lectern.demo.school.CalendarEvent;
import app.lectern.home.Settings;
import app.lectern.jobs.Progress;
import app.lectern.meetings.CalendarOwners;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.Organiser;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.SlotText;
import app.lectern.meetings.planning.Way;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.Loading;
import app.lectern.shell.ScenePicture;
import app.lectern.shell.ScreenWindow;
import app.lectern.shell.Typing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Meetings are scheduled, edited and cancelled in the real window, by keyboard alone, in the demo tenant.
class MeetingsUiTest {
    private static final String ORGANISER = "daniel.osei@northfield.example";
    private static final int MOST_TABS = 80;
    @TempDir
    Path folder;
    private MeetingsWindow meetings;
    private ScreenWindow window;

    @BeforeEach
    void open() throws Exception {
        meetings = new MeetingsWindow(folder);
        window = meetings.window;
    }

    @AfterEach
    void close() throws Exception {
        meetings.close();
    }

    /// By Tab from wherever the keyboard is.
    private void tabTo(String id) throws Exception {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if (window.focused().equals(id)) {
                return;
            }
            window.robot.push(KeyCode.TAB);
        }
        window.pictureHere("not-reached-" + id);
        throw new AssertionError(id + " is not reached by Tab");
    }

    private void type(String id, String text) throws Exception {
        tabTo(id);
        window.robot.push(KeyCode.CONTROL, KeyCode.A);
        Typing.write(text);
        assertThat(ScreenWindow.on(() -> ((TextInputControl) window.scene().getFocusOwner()).getText())).isEqualTo(text);
    }

    private List<CalendarEvent> events(String subject) {
        var school = meetings.room.tenant.school();
        return school.exclusively(() -> school.calendars().of(school.people().find(ORGANISER).orElseThrow()).own().stream().filter(event -> subject.equals(event.subject())).toList());
    }

    private boolean recordsByItself(String subject) {
        return events(subject).stream().anyMatch(event -> event.meeting() != null && event.meeting().options().path("recordAutomatically").asBoolean(false));
    }

    private String typedSubject() {
        return ((TextInputControl) window.scene().lookup("#meeting-subject")).getText();
    }

    private Optional<CalendarEntry> entry(String subject) {
        return meetings.model.shown().get().data().flatMap(now -> now.entries().stream().filter(entry -> entry.subject().equals(subject)).findFirst());
    }

    private void awaitState(String subject, MeetingState state) throws Exception {
        window.await(subject + " is " + state, () -> entry(subject).filter(entry -> entry.state() == state).isPresent());
    }

    /// N in the calendar, then the fields in their order.
    private void enter(String subject) throws Exception {
        window.focus("meetings-week");
        window.robot.push(KeyCode.PAGE_DOWN);
        window.robot.push(KeyCode.N);
        window.await("the editor is there", () -> window.shows("meeting-subject"));
        assertThat(window.focused()).isEqualTo("meeting-subject");
        type("meeting-subject", subject);
        type("meeting-organiser", ORGANISER);
        type("meeting-starts", "10:15");
        type("meeting-ends", "11:15");
    }

    @Test
    void aMeetingIsScheduledEditedAndCancelledByKeyboardAlone() throws Exception {
        meetings.know();
        ScreenWindow.run(meetings.model::load);
        window.await("the calendar is there", () -> window.shows("meetings-week"));
        enter("Integration by parts");
        type("meeting-required", "marta.kowalska@northfield.example");
        window.robot.push(KeyCode.ENTER);
        window.pictureHere("meetings-editor-filled");
        tabTo("meeting-accept");
        window.robot.push(KeyCode.SPACE);
        awaitState("Integration by parts", MeetingState.CREATED);
        assertThat(events("Integration by parts")).hasSize(1);
        window.await("its link shows", () -> window.shows("meeting-copy-link"));

        assertThat(recordsByItself("Integration by parts")).isFalse();
        tabTo("meetings-editor-options");
        window.robot.push(KeyCode.SPACE);
        tabTo("meeting-option-record");
        window.pictureHere("meetings-editor-options");
        window.robot.push(KeyCode.SPACE);
        window.robot.push(KeyCode.CONTROL, KeyCode.S);
        window.await("the tenant has it", () -> recordsByItself("Integration by parts"));
        awaitState("Integration by parts", MeetingState.CREATED);

        type("meeting-subject", "Integration by substitution");
        window.robot.push(KeyCode.CONTROL, KeyCode.S);
        window.await("it is asked before people are told", () -> window.scene().lookup(".lx-dialog") != null);
        window.robot.push(KeyCode.SPACE);
        window.await("the tenant has it", () -> events("Integration by substitution").size() == 1 && events("Integration by parts").isEmpty());
        awaitState("Integration by substitution", MeetingState.CREATED);

        tabTo("meeting-remove");
        window.robot.push(KeyCode.SPACE);
        window.await("a message can be written", () -> window.shows("meeting-cancel-message"));
        type("meeting-cancel-message", "Mr Osei is ill.");
        tabTo("meeting-cancel-accept");
        window.robot.push(KeyCode.SPACE);
        awaitState("Integration by substitution", MeetingState.CANCELLED);
        assertThat(events("Integration by substitution").stream().filter(event -> !event.isCancelled())).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndADraftIsKept() throws Exception {
        meetings.know();
        ScreenWindow.run(meetings.model::load);
        window.await("the calendar is there", () -> window.shows("meetings-week"));
        enter("Draft lesson");
        type("meeting-ends", "09:00");
        window.await("the end is named", () -> shown("The end must lie after the start."));
        tabTo("meeting-accept");
        window.robot.push(KeyCode.SPACE);
        assertThat(events("Draft lesson")).isEmpty();
        type("meeting-ends", "12:00");
        tabTo("meeting-draft");
        window.robot.push(KeyCode.SPACE);
        awaitState("Draft lesson", MeetingState.DRAFT);
        assertThat(events("Draft lesson")).isEmpty();
        tabTo("meeting-remove");
        window.robot.push(KeyCode.SPACE);
        window.await("the draft is gone", () -> entry("Draft lesson").isEmpty());
    }

    @Test
    void theSubjectIsMadeFromAKeptTemplateByKeyboard() throws Exception {
        meetings.know();
        ScreenWindow.run(meetings.model::load);
        window.await("the calendar is there", () -> window.shows("meetings-week"));
        window.focus("meetings-week");
        window.robot.push(KeyCode.PAGE_DOWN);
        window.robot.push(KeyCode.N);
        window.await("the editor is there", () -> window.shows("meeting-subject"));
        ScreenWindow.run(() -> meetings.model.editor().subjects().keep("Tutorial on {weekday}"));
        window.await("it is kept", () -> meetings.model.editor().subjects().kept().get().size() == 1);
        type("meeting-subject", "Something else");

        tabTo("meeting-templates");
        window.robot.push(KeyCode.SPACE);
        window.await("the templates show", ((MenuButton) window.scene().lookup("#meeting-templates"))::isShowing);
        window.robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        window.await("the subject is made", () -> ((TextInputControl) window.scene().lookup("#meeting-subject")).getText().matches("Tutorial on \\w+day"));
        assertThat(window.focused()).isEqualTo("meeting-subject");
    }

    private boolean shown(String text) {
        return window.scene().getRoot().lookupAll(".label").stream().filter(Node::isVisible).map(Labeled.class::cast)
                .anyMatch(label -> label.getText() != null && label.getText().contains(text));
    }

    @Test
    void aListIsRehearsedInTheCalendarReviewedAndCreatedByKeyboard() throws Exception {
        meetings.know();
        var day = meetings.model.today().plusDays(7).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
        var list = Files.writeString(folder.resolve("timetable-week-48.csv"), "subject,start,end,organizer\n"
                + "Algebra," + day + " 09:00," + day + " 10:00," + ORGANISER + "\n"
                + "Geometry," + day + " 12:00," + day + " 11:00," + ORGANISER + "\n"
                + "Statistics," + day.plusDays(1) + " 13:00," + day.plusDays(1) + " 14:00," + ORGANISER + "\n");
        ScreenWindow.run(() -> {
            meetings.model.load();
            meetings.model.imports().open(meetings.integration, list);
        });
        window.await("the list is rehearsed", () -> meetings.model.imports().rehearsal().get() instanceof Loading.Ready);
        window.await("it shows in the calendar", () -> entry("Algebra").filter(CalendarEntry::isRehearsed).isPresent());
        window.picture("meetings-import");
        window.focus("meetings-import-review");
        window.robot.push(KeyCode.SPACE);
        window.await("the rows are there", () -> window.shows("meetings-import-rows"));
        window.pictureHere("meetings-import-review");
        assertThat(events("Algebra")).isEmpty();
        tabTo("meetings-import-accept");
        window.robot.push(KeyCode.SPACE);
        awaitState("Algebra", MeetingState.CREATED);
        awaitState("Statistics", MeetingState.CREATED);
        assertThat(events("Algebra")).hasSize(1);
    }

    /// On the first day of the next week at nine, where the calendar's cursor is when that week is turned to.
    private Planned lesson(String subject) {
        var monday = meetings.model.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return Planned.at(subject, monday.atTime(9, 0), meetings.window.words.zone()).withOrganiser(ORGANISER);
    }

    private void make(Planned plan) throws Exception {
        var scheduler = MeetingsWindow.desk(meetings.room, window.words).scheduler();
        scheduler.create(meetings.integration, scheduler.draft(meetings.integration, plan), Progress.NONE);
        ScreenWindow.run(() -> {
            meetings.model.goTo(plan.start().toLocalDate());
            meetings.model.load();
        });
        window.await("it is in the calendar", () -> entry(plan.subject()).isPresent() && window.shows("entry-" + entry(plan.subject()).orElseThrow().key()));
    }

    private Optional<Node> inPopover(String id) {
        return Window.getWindows().stream().filter(PopOver.class::isInstance).filter(Window::isShowing).map(shown -> shown.getScene().lookup("#" + id))
                .filter(Objects::nonNull).findFirst();
    }

    @Test
    void aFailedMeetingSaysWhyInTheWeekAndIsTakenUpAgainByKeyboard() throws Exception {
        meetings.room.hurry();
        meetings.room.tenant.faults().graph("POST", "/users/*/events").always().with(Fault.empty(503));
        make(lesson("Optics"));
        awaitState("Optics", MeetingState.FAILED);
        var why = new SlotText(window.words).problem(entry("Optics").orElseThrow().slot().orElseThrow());
        assertThat(why).isNotBlank();
        assertThat(ScreenWindow.on(() -> window.scene().lookup("#entry-" + entry("Optics").orElseThrow().key()).getAccessibleText()))
                .contains(why.replace("\n", ", "));
        meetings.room.tenant.faults().clear();

        window.focus("meetings-week");
        window.robot.push(KeyCode.W);
        window.await("the reason shows with its button", () -> inPopover("meeting-trouble-retry").filter(Node::isFocused).isPresent());
        assertThat(ScreenWindow.on(() -> inPopover("meeting-trouble").orElseThrow().lookupAll(".text").stream().filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText()).toList())).contains(why);
        Files.write(Files.createDirectories(Path.of("target", "pictures")).resolve("meetings-trouble.png"),
                ScreenWindow.on(() -> ScenePicture.of(inPopover("meeting-trouble").orElseThrow().getScene())));
        window.robot.push(KeyCode.SPACE);
        awaitState("Optics", MeetingState.CREATED);
        assertThat(events("Optics")).hasSize(1);
        assertThat(ScreenWindow.on(() -> inPopover("meeting-trouble"))).isEmpty();
    }

    @Test
    void meetingsAtRiskAreSaidAboveTheCalendarAndConvertedByKeyboard() throws Exception {
        new CalendarOwners(new OrganiserDirectory(meetings.room.access::session), meetings.room.access, meetings.room.store)
                .choose(meetings.integration, List.of(new Organiser(meetings.room.idOf(ORGANISER), ORGANISER, "Daniel Osei")));
        make(lesson("Only a link").withWay(Way.LINK_ONLY));
        awaitState("Only a link", MeetingState.CREATED);
        assertThat(events("Only a link")).isEmpty();

        ScreenWindow.run(() -> meetings.model.guard().look(meetings.integration, found -> {}));
        window.await("the bar is there", () -> window.shows("meetings-guard"));
        window.picture("meetings-guard");
        window.theme(Settings.Theme.DARK);
        window.picture("meetings-guard-dark");
        window.theme(Settings.Theme.LIGHT);
        ScreenWindow.run(() -> window.scene().lookup("#meetings-guard .button").requestFocus());
        window.robot.push(KeyCode.SPACE);
        window.await("the rows are there", () -> window.shows("meetings-guard-rows"));
        window.pictureHere("meetings-guard-rows");
        tabTo("meetings-guard-convert");
        window.robot.push(KeyCode.SPACE);
        window.await("nothing is at risk", () -> meetings.model.guard().found().get().isEmpty() && !window.shows("meetings-guard"));
        assertThat(events("Only a link")).hasSize(1);
    }

    private void photograph(String name) throws Exception {
        for (var theme : List.of(Settings.Theme.DARK, Settings.Theme.LIGHT)) {
            window.theme(theme);
            window.picture(name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void whatChangedInOutlookWhatFailedAndWhatCannotBeReadIsPhotographed() throws Exception {
        make(lesson("Chemistry"));
        ScreenWindow.run(() -> meetings.model.choose(entry("Chemistry").orElseThrow()));
        meetings.room.tenant.school().control().editInOutlook(ORGANISER, "Chemistry", "Chemistry in Outlook", Duration.ZERO);
        ScreenWindow.run(() -> {
            meetings.model.editor().plan().change(plan -> plan.withSubject("Chemistry in Lectern"));
            meetings.model.editor().accept();
        });
        window.await("both versions show", () -> meetings.model.editor().edits().conflict().get().isPresent());
        photograph("meetings-conflict");

        meetings.room.hurry();
        meetings.room.tenant.faults().graph("POST", "/users/*/events").always().with(Fault.empty(503));
        make(lesson("Optics").withTimes(lesson("").start().plusHours(2), lesson("").end().plusHours(2)));
        awaitState("Optics", MeetingState.FAILED);
        ScreenWindow.run(() -> meetings.model.choose(entry("Optics").orElseThrow()));
        photograph("meetings-failed");

        ScreenWindow.run(() -> window.chosen().set(new Choice("unknown", "Gone College", "", "", Health.FAILED, false)));
        window.await("it is said that nothing can be read", () -> meetings.model.shown().get() instanceof Loading.Failed);
        photograph("meetings-error");
    }

    @Test
    void aPlanFromAnotherScreenAsksAboutWhatIsBeingEditedAndBothAreKept() throws Exception {
        meetings.know();
        ScreenWindow.run(meetings.model::load);
        window.await("the calendar is there", () -> window.shows("meetings-week"));
        enter("Half a plan");
        var planned = lesson("Review of the project");
        ScreenWindow.run(() -> meetings.model.begin(meetings.integration, planned));
        window.await("it is asked about the half plan", () -> window.scene().lookup(".lx-dialog") != null);
        window.pictureHere("meetings-handed-over");
        assertThat(ScreenWindow.on(this::typedSubject)).isEqualTo("Half a plan");
        window.robot.push(KeyCode.ENTER);
        window.await("the other plan is in the editor", () -> typedSubject().equals("Review of the project"));
        awaitState("Half a plan", MeetingState.DRAFT);
        assertThat(ScreenWindow.on(this::typedSubject)).isEqualTo("Review of the project");
        assertThat(ScreenWindow.on(() -> meetings.model.editor().target().get().orElseThrow().slot())).isEmpty();
    }

    @Test
    void theEditorIsPhotographed() throws Exception {
        meetings.know();
        ScreenWindow.run(meetings.model::load);
        window.await("the calendar is there", () -> window.shows("meetings-week"));
        ScreenWindow.run(() -> meetings.model.begin(meetings.model.nextHour(), meetings.model.nextHour().plusHours(1)));
        window.picture("meetings-editor-new");
        window.theme(Settings.Theme.DARK);
        window.picture("meetings-editor-dark");
        window.theme(Settings.Theme.LIGHT);
        window.picture("meetings-editor-narrow", 1180, 720, () -> {});
    }
}
