package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Settings;
import app.lectern.jobs.Progress;
import app.lectern.meetings.planning.Planned;
import app.lectern.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every dialog as it looks on the demo tenant, with what it says to wrong input: nothing cut, nothing faint, nothing without a name,
/// nothing larger than its window, in either theme, in a small window, and at 200 % on a small screen.
class EveryDialogUiTest {
    private static final String ORGANISER = "daniel.osei@northfield.example";
    private static final String ATTENDANCE = "\uFEFF1. Summary\nMeeting title\tStaff briefing\nAttended participants\t1\n\n2. Participants\n"
            + "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tRole\nMia Hall\t11/29/26, 9:00:00 AM\t11/29/26, 9:40:00 AM\t40m\tmia.hall@northfield.example\tPresenter\n";

    @TempDir private Path folder;
    private EveryScreen screens;
    private DialogWalk walk;

    @BeforeEach
    void open() throws Exception {
        screens = new EveryScreen(folder.resolve("home"));
        screens.wiring.deliverables.showSamples(screens.integration());
        var scheduler = screens.wiring.meetings.scheduler;
        for (int hour : new int[] {9, 11}) {
            var plan = Planned.at("Open evening rehearsal", LocalDate.now(ZoneOffset.UTC).plusDays(1).atTime(hour, 0), ZoneOffset.UTC).withOrganiser(ORGANISER);
            scheduler.create(screens.integration(), scheduler.draft(screens.integration(), plan), Progress.NONE);
        }
        screens.syncNow();
        screens.choose();
    }

    @AfterEach
    void close() throws Exception {
        screens.close();
    }

    private Path file(String name) throws Exception {
        try (var in = EveryDialogUiTest.class.getResourceAsStream("days/" + name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    private void overview() throws Exception {
        walk.dialog(Place.OVERVIEW, "health", walk.press("overview-show-health"));
        walk.dialog(Place.OVERVIEW, "expires", walk.press("overview-expiring"));
        walk.dialog(Place.OVERVIEW, "problem", walk.press("overview.attention.open"));
    }

    private void integrations() throws Exception {
        walk.dialog(Place.INTEGRATIONS, "edit", walk.choose("integrations-table"), walk.enter("integrations-table"), walk.press("integration-edit-open"));
        walk.dialog(Place.INTEGRATIONS, "jobs", walk.choose("integrations-table"), walk.enter("integrations-table"), walk.press("integration-jobs-open"));
        walk.dialog(Place.INTEGRATIONS, "hand-over", walk.choose("integrations-table"), walk.enter("integrations-table"), walk.press("integrations.hand-over"));
        walk.dialog(Place.INTEGRATIONS, "rotate-secret", walk.choose("integrations-table"), walk.enter("integrations-table"), walk.press("integrations.rotate"));
        walk.dialog(Place.INTEGRATIONS, "rename", walk.choose("integrations-table"), walk.enter("integrations-table"), walk.press("integrations.rename"));
        walk.dialog(Place.INTEGRATIONS, "duplicate", walk.choose("integrations-table"), walk.enter("integrations-table"), walk.press("integrations.duplicate"));
        walk.dialog(Place.INTEGRATIONS, "delete", walk.choose("integrations-table"), walk.enter("integrations-table"), walk.press("integrations.delete"));
    }

    private void accounts() throws Exception {
        walk.go(Place.ACCOUNTS);
        walk.act("an account is verified", walk.type("input", ORGANISER), walk.press("verify"));
        walk.dialog(Place.ACCOUNTS, "directory", walk.press("directory"), walk.type("directory-text", "da"), walk.choose("directory-list"));
        walk.dialog(Place.ACCOUNTS, "directory-nobody", walk.press("directory"), walk.type("directory-text", "zzzz"));
        walk.dialog(Place.ACCOUNTS, "order", walk.press("chain-order"));
        walk.dialog(Place.ACCOUNTS, "leaver", walk.choose("accounts-table"), walk.enter("accounts-table"), walk.press("details-leaver"));
        walk.dialog(Place.ACCOUNTS, "clear", walk.press("accounts.clear"));
    }

    private void meetings() throws Exception {
        walk.dialog(Place.MEETINGS, "meet-now", walk.press("meetings.meet-now"));
        walk.dialog(Place.MEETINGS, "term", walk.press("meetings.term"));
        walk.dialog(Place.MEETINGS, "term-wrong", walk.press("meetings.term"), walk.type("term-subject", "Algebra"), walk.press("term-monday"), walk.type("term-ends", "08:00"));
        walk.dialog(Place.MEETINGS, "imports", walk.press("meetings.imports"));
        screens.file = Optional.of(file("spring-term.csv"));
        walk.dialog(Place.MEETINGS, "import", walk.press("meetings.import"), walk.press("meetings-import-review"), walk.choose("meetings-import-rows"));
        walk.dialog(Place.MEETINGS, "import-row", walk.press("meetings-import-review"), walk.choose("meetings-import-rows"), walk.press("meetings-import-mend"));
        walk.act("put the list away", walk.press("meetings-import-discard"));
        walk.act("the list of meetings", walk.press("calendar-mode.list"), walk.press("meeting-span.coming"), walk.type("meetings-filter", "Open evening rehearsal"));
        walk.dialog(Place.MEETINGS, "options-of-many", walk.chooseAll("meetings-table", "Open evening", 2), walk.press("meetings-selected-options"));
        walk.dialog(Place.MEETINGS, "cancel-many", walk.chooseAll("meetings-table", "Open evening", 2), walk.press("meetings-selected-cancel"));
        walk.dialog(Place.MEETINGS, "cancel", walk.choose("meetings-table"), walk.enter("meetings-table"), walk.press("meeting-remove"));
    }

    private void recordings() throws Exception {
        walk.dialog(Place.RECORDINGS, "report", walk.press("recordings.report"));
        walk.dialog(Place.RECORDINGS, "clean-up", walk.press("recordings.clean-up"));
        walk.dialog(Place.RECORDINGS, "delete-in-tenant", walk.choose("recordings-table"), walk.press("recordings.delete-in-tenant"));
        walk.dialog(Place.RECORDINGS, "why-which", walk.press("recordings.why"), walk.choose("choose-list"));
        walk.dialog(Place.RECORDINGS, "why", walk.press("recordings.why"), walk.choose("choose-list"), walk.press("choose-accept"), walk.shows("why-reasons"));
        walk.dialog(Place.RECORDINGS, "settings", walk.press("recordings.settings"));
        walk.dialog(Place.RECORDINGS, "organiser", walk.press("recordings.filter.organiser.choose"), walk.choose("choose-list"));
        walk.dialog(Place.RECORDINGS, "meeting", walk.press("recordings.filter.meeting.choose"), walk.choose("choose-list"));
        walk.dialog(Place.RECORDINGS, "dates", walk.press("recordings.filter.date.choose"));
        walk.dialog(Place.RECORDINGS, "correct", walk.choose("recordings-table"), walk.press("recordings-correct"), walk.choose("choose-list"));
    }

    private void attendance() throws Exception {
        walk.dialog(Place.ATTENDANCE, "person", walk.press("people"), walk.type("person-search", "Bello"), walk.choose("person-found"), walk.shows("person-erase"));
        walk.dialog(Place.ATTENDANCE, "erase", walk.press("people"), walk.type("person-search", "Bello"), walk.choose("person-found"), walk.press("person-erase"));
        walk.dialog(Place.ATTENDANCE, "entry", walk.press("enter"));
        walk.dialog(Place.ATTENDANCE, "entry-wrong", walk.press("enter"), walk.type("entry-name", "Mia Hall"), walk.type("entry-left", "15:00"), walk.press("entry-accept"));
        walk.dialog(Place.ATTENDANCE, "compare", walk.press("attendance.compare"));
        walk.dialog(Place.ATTENDANCE, "trend", walk.press("attendance.trend"));
        walk.dialog(Place.ATTENDANCE, "rules", walk.press("attendance.rules"));
        walk.dialog(Place.ATTENDANCE, "erasures", walk.press("attendance.erasures"));
        walk.dialog(Place.ATTENDANCE, "export", walk.press("export-format.csv"));
        walk.dialog(Place.ATTENDANCE, "present", walk.press("attendance.mark"));
        screens.file = Optional.of(Files.writeString(folder.resolve("attendance.csv"), ATTENDANCE));
        walk.dialog(Place.ATTENDANCE, "import", walk.press("attendance.import"));
    }

    private void deliverables() throws Exception {
        walk.dialog(Place.DELIVERABLES, "sharing", walk.press("deliverables.sharing"));
        walk.dialog(Place.DELIVERABLES, "roll-out", walk.press("deliverables.roll-out"), walk.shows("roll-out-test"));
        walk.dialog(Place.DELIVERABLES, "settings", walk.press("deliverables.settings"));
        walk.dialog(Place.DELIVERABLES, "fresh", walk.press("fresh"));
        walk.dialog(Place.DELIVERABLES, "edit", walk.choose("deliverables-table"), walk.press("deliverables.edit"));
        walk.dialog(Place.DELIVERABLES, "mode", walk.press("calendar-mode.individual"));
        screens.file = Optional.of(file("greenhouse.csv"));
        walk.dialog(Place.DELIVERABLES, "import", walk.press("deliverables.import"));
    }

    private void diagnose() throws Exception {
        walk.dialog(Place.DIAGNOSE, "pick", walk.press("diagnose-pick"), walk.choose("chooser-list"));
        walk.dialog(Place.DIAGNOSE, "earlier", walk.press("diagnose-earlier"));
        walk.dialog(Place.DIAGNOSE, "catalogue", walk.press("diagnose-catalogue"));
        walk.dialog(Place.DIAGNOSE, "bundle", walk.press("diagnose-bundle"));
        walk.act("a meeting is diagnosed", walk.press("diagnose-pick"), walk.choose("chooser-list"), walk.press("diagnose.pick.accept"));
        walk.dialog(Place.DIAGNOSE, "raw", walk.press("diagnose-raw"));
    }

    private void activity() throws Exception {
        walk.dialog(Place.ACTIVITY, "bundle", walk.press("activity-bundle"));
    }

    private void settings() throws Exception {
        walk.dialog(Place.SETTINGS, "recovery-key", walk.choose("settings-groups", "KEYS"), walk.press("settings.keys.import"));
    }

    private void everywhere(DialogWalk by) throws Exception {
        walk = by;
        overview();
        integrations();
        accounts();
        meetings();
        recordings();
        attendance();
        deliverables();
        diagnose();
        activity();
        settings();
        walk.end();
    }

    @Test
    void nothingIsCutFaintOrMuteInEitherThemeAndInASmallWindow() throws Exception {
        everywhere(new DialogWalk(screens, "light", Settings.Theme.LIGHT, 1360, 860).shown(1360, 860));
        everywhere(new DialogWalk(screens, "small", Settings.Theme.LIGHT, 1180, 720));
        everywhere(new DialogWalk(screens, "double", Settings.Theme.DARK, 960, 540));
        if (EveryScreen.PHOTOGRAPHS) {
            everywhere(new DialogWalk(screens, "dark", Settings.Theme.DARK, 1360, 860));
        }
        assertThat(screens.faults).isEmpty();
        screens.assertSilent();
    }
}
