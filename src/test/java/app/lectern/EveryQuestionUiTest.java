package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.home.Settings;
import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SignInMethod;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Organiser;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Way;
import app.lectern.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked before something is done, what is said after it, and what lies behind the keys that work everywhere: looked at as every
/// other dialog is.
class EveryQuestionUiTest {
    private static final String ORGANISER = "daniel.osei@northfield.example";

    @TempDir private Path folder;
    private EveryScreen screens;
    private DialogWalk walk;

    @BeforeEach
    void open() throws Exception {
        screens = new EveryScreen(folder.resolve("home"));
        screens.wiring.deliverables.showSamples(screens.integration());
        var daniel = screens.tenant().school().person("daniel.osei");
        screens.wiring.meetings.owners.choose(screens.integration(), List.of(new Organiser(daniel.id(), ORGANISER, "Daniel Osei")));
        var scheduler = screens.wiring.meetings.scheduler;
        var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        for (var plan : List.of(plan("Open evening rehearsal", tomorrow.atTime(9, 0)), plan("Open evening rehearsal", tomorrow.atTime(11, 0)),
                plan("Only a link", tomorrow.atTime(13, 0)).withWay(Way.LINK_ONLY))) {
            scheduler.create(screens.integration(), scheduler.draft(screens.integration(), plan), Progress.NONE);
        }
        screens.wiring.integrations.add(new Integration(0, "Westbrook", CloudKind.GLOBAL, "", "", "westbrook.example", "11111111-1111-1111-1111-111111111111",
                SignInMethod.CERTIFICATE, "", "", true, Instant.now()));
        screens.wiring.integrations.update(screens.integration().organisingAs("lms-teams-service@northfield.example"));
        screens.check();
        screens.syncNow();
        screens.choose();
    }

    @AfterEach
    void close() throws Exception {
        screens.close();
    }

    private static Planned plan(String subject, LocalDateTime start) {
        return Planned.at(subject, start, ZoneOffset.UTC).withOrganiser(ORGANISER);
    }

    private void offered(Place place, String name, String command, DialogWalk.Act... more) throws Exception {
        walk.go(place);
        walk.act(name, walk.key(KeyCode.K, true), walk.type("palette-text", walk.text(command)), walk.enter("palette-text"));
        walk.dialog(place, name, more);
    }

    private void everywhere() throws Exception {
        walk.dialog(Place.OVERVIEW, "palette", walk.key(KeyCode.K, true));
        walk.dialog(Place.OVERVIEW, "palette-found", walk.key(KeyCode.K, true), walk.type("palette-text", "re"));
        walk.dialog(Place.OVERVIEW, "palette-nothing", walk.key(KeyCode.K, true), walk.type("palette-text", "qqqqqq"));
        for (var place : Place.values()) {
            walk.dialog(place, "help", walk.key(KeyCode.F1, false));
        }
    }

    private void overview() throws Exception {
        offered(Place.OVERVIEW, "alerts", "alert.open");
        walk.go(Place.OVERVIEW);
        walk.act("figures of creating", walk.press("figure-set.creation"));
        walk.dialog(Place.OVERVIEW, "creations", walk.enter("overview-request-to-link-seconds"));
    }

    private void integrations() throws Exception {
        walk.dialog(Place.INTEGRATIONS, "recording-policy", walk.choose("integrations-table", "Northfield"), walk.enter("integrations-table"), walk.press("recording-policy.open"));
        walk.dialog(Place.INTEGRATIONS, "recording-policy-reply", walk.choose("integrations-table", "Northfield"), walk.enter("integrations-table"),
                walk.press("recording-policy.open"), walk.type("recording-policy-reply", "AllowCloudRecording : False\nAllowTranscription : True"));
        walk.dialog(Place.INTEGRATIONS, "rotate-certificate", walk.choose("integrations-table", "Westbrook"), walk.enter("integrations-table"), walk.press("integrations.rotate"));
    }

    private void imported() throws Exception {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        screens.file = Optional.of(Files.writeString(folder.resolve("revision.csv"), "subject,start,end,organiser\nRevision one,%1$s 09:00,%1$s 10:00,%2$s\nRevision two,%1$s 11:00,%1$s 12:00,%2$s\n"
                .formatted(day, ORGANISER)));
        walk = new DialogWalk(screens, "first", Settings.Theme.LIGHT, 1360, 860);
        walk.go(Place.MEETINGS);
        walk.act("two lessons are imported", walk.press("meetings.import"), walk.press("meetings-import-create"));
        walk.end();
    }

    private void list() throws Exception {
        walk.go(Place.MEETINGS);
        walk.act("the list of meetings", walk.press("calendar-mode.list"), walk.press("meeting-span.coming"), walk.type("meetings-filter", "Open evening rehearsal"));
    }

    private void meetings() throws Exception {
        walk.dialog(Place.MEETINGS, "at-risk", walk.press("meetings.guard"), walk.shows("meetings-guard-rows"));
        walk.dialog(Place.MEETINGS, "never-held", walk.press("never-held"));
        walk.dialog(Place.MEETINGS, "undo-import", walk.press("meetings.imports"), walk.choose("meetings-imports"), walk.press("meetings-imports-undo"));
        list();
        var refused = screens.tenant().faults().graph("PATCH", "/**").always().with(Fault.of(GraphRefusals.missingPermission(GraphService.DIRECTORY)));
        walk.dialog(Place.MEETINGS, "results", walk.chooseAll("meetings-table", "Open evening", 2), walk.press("meetings-selected-options"),
                walk.press("meetings-selected-options-accept"), walk.shows("meetings-results"));
        screens.tenant().faults().remove(refused);
        walk.dialog(Place.MEETINGS, "new-link", edited(walk.press("meetings.renew")));
        walk.dialog(Place.MEETINGS, "keep-preset", edited(walk.unfold("meetings-editor-options"), walk.press("meeting-keep-preset")));
        walk.dialog(Place.MEETINGS, "keep-template", edited(walk.press("meetings.editor.template-keep")));
        walk.dialog(Place.MEETINGS, "save-anyway", edited(walk.type("meeting-required", "mia.hall@northfeild.example"), walk.enter("meeting-required"), walk.press("meeting-accept")));
        walk.dialog(Place.MEETINGS, "leave-edits", edited(walk.type("meeting-subject", "Open evening rehearsal with edits"), walk.press("meeting-close")));
    }

    /// The first of the meetings, in the editor, as it was.
    private DialogWalk.Act[] edited(DialogWalk.Act... acts) throws Exception {
        list();
        walk.act("the editor is opened", walk.choose("meetings-table"), walk.enter("meetings-table"), walk.unasked("meeting-subject"));
        return acts;
    }

    private void recordings() throws Exception {
        walk.dialog(Place.RECORDINGS, "transcript", walk.choose("recordings-table", "Transcript"), walk.press("recordings-transcript"), walk.shows("transcript-lines"));
        walk.dialog(Place.RECORDINGS, "transcript-searched", walk.choose("recordings-table", "Transcript"), walk.press("recordings-transcript"), walk.type("transcript-search", "the"));
    }

    private void others() throws Exception {
        walk.go(Place.ACCOUNTS);
        walk.act("an account is verified", walk.type("input", ORGANISER), walk.press("verify"));
        walk.dialog(Place.ACCOUNTS, "leaver-move", walk.choose("accounts-table"), walk.enter("accounts-table"), walk.press("details-leaver"), walk.press("leaver-move"));
        walk.dialog(Place.DELIVERABLES, "standing", walk.press("deliverables-standing"));
        walk.dialog(Place.DIAGNOSE, "support-order", walk.press("diagnose-in-order"));
    }

    private void everywhere(DialogWalk by) throws Exception {
        walk = by;
        everywhere();
        overview();
        integrations();
        meetings();
        recordings();
        others();
        walk.end();
    }

    @Test
    void nothingIsCutFaintOrMuteInEitherThemeAndInASmallWindow() throws Exception {
        imported();
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
