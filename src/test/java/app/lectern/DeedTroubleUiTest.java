package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.home.Settings;
import app.lectern.jobs.Progress;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Slot;
import app.lectern.recordings.ListFilter;
import app.lectern.recordings.ListOrder;
import app.lectern.recordings.LocalState;
import app.lectern.recordings.Recording;
import app.lectern.recordings.RecordingKind;
import app.lectern.recordings.RecordingState;
import app.lectern.shell.Place;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is done in the tenant and noticed by others: refused in each way, nothing that was typed is lost, and it goes through when it is tried again.
class DeedTroubleUiTest {
    private static final String ORGANISER = "daniel.osei@northfield.example";
    private static final String HEIR = "marta.kowalska@northfield.example";
    private static final String MESSAGE = "Mr Osei is at a conference.";
    private static final String SUBJECT = "Open evening rehearsal";

    @TempDir
    Path folder;
    private final List<Slot> made = new ArrayList<>();
    private EveryScreen screens;
    private DialogWalk walk;

    @BeforeEach
    void open() throws Exception {
        screens = new EveryScreen(folder.resolve("home"));
        screens.integration();
        // without it nothing can be deleted in the tenant
        screens.tenant().apps().lectern().consent("Files.ReadWrite.All");
        var scheduler = screens.wiring.meetings.scheduler;
        for (int hour : new int[] {9, 11}) {
            var plan = Planned.at(SUBJECT, LocalDate.now(ZoneOffset.UTC).plusDays(1).atTime(hour, 0), ZoneOffset.UTC).withOrganiser(ORGANISER);
            made.addAll(scheduler.create(screens.integration(), scheduler.draft(screens.integration(), plan), Progress.NONE).slots());
        }
    }

    private void begin() throws Exception {
        screens.syncNow();
        screens.choose();
        walk = new DialogWalk(screens, "deed", Settings.Theme.LIGHT, 1180, 720);
    }

    @AfterEach
    void close() throws Exception {
        walk.end();
        screens.close();
    }

    private List<MeetingState> states() {
        return made.stream().map(slot -> screens.wiring.meetings.scheduler.find(slot.id()).orElseThrow().state()).toList();
    }

    /// How Microsoft answers there, for as long as it is asked.
    private record Answer(String path, Fault fault) {
        static final Answer UNREACHED = new Answer("/**", Fault.reset());

        static Answer of(Fault fault) {
            return new Answer("/**", fault);
        }
    }

    /// Each refusal is said in the dialog, which keeps what was typed; then it is let through.
    private void refused(String name, String field, String typed, DialogWalk.Act press, DialogWalk.Act mended, Answer... answers) throws Exception {
        var faults = screens.tenant().faults();
        var next = press;
        for (int at = 0; at < answers.length; at++) {
            var refusal = faults.graph("*", answers[at].path()).always().with(answers[at].fault());
            walk.act(name + " " + at, next);
            screens.atRest();
            walk.see("trouble-" + name + "-" + at, walk.opened(), walk.offers("remedy.retry"), walk.offers("dialog.copy-details"), walk.keeps(field, typed));
            faults.remove(refusal);
            next = walk.press("remedy.retry");
        }
        walk.act(name + " again", next, mended, walk.offersNot("remedy.retry"));
    }

    private void nothingIsWrong() {
        assertThat(screens.faults).isEmpty();
        screens.assertSilent();
    }

    private void listed() throws Exception {
        walk.go(Place.MEETINGS);
        walk.act("the list of meetings", walk.press("calendar-mode.list"), walk.press("meeting-span.coming"), walk.type("meetings-filter", SUBJECT));
    }

    @Test
    void aCancellationKeepsItsWordsUntilTheMeetingIsCalledOff() throws Exception {
        begin();
        listed();
        walk.act("one is chosen", walk.choose("meetings-table"), walk.enter("meetings-table"), walk.press("meeting-remove"), walk.type("meeting-cancel-message", MESSAGE));
        refused("cancel", "meeting-cancel-message", MESSAGE, walk.press("meeting-cancel-accept"), () -> states().contains(MeetingState.CANCELLED),
                new Answer("/users/*/**", Fault.of(GraphRefusals.mailboxClosed())), Answer.of(Fault.serverError(500)), Answer.UNREACHED);
        assertThat(states()).containsExactlyInAnyOrder(MeetingState.CANCELLED, MeetingState.CREATED);
        nothingIsWrong();
    }

    @Test
    void thoseOfManyThatAreRefusedAreAskedAboutAgainWithTheSameWords() throws Exception {
        begin();
        listed();
        walk.act("both are chosen", walk.chooseAll("meetings-table", SUBJECT, 2), walk.press("meetings-selected-cancel"), walk.type("meeting-cancel-message", MESSAGE));
        var faults = screens.tenant().faults();
        var refusal = faults.graph("*", "/users/*/**").always().with(Fault.of(GraphRefusals.mailboxClosed()));
        walk.act("cancel many", walk.press("meeting-cancel-accept"), walk.shows("meetings-results"));
        walk.see("trouble-cancel-many", walk.press("meetings-results-retry"), walk.keeps("meeting-cancel-message", MESSAGE));
        faults.remove(refusal);
        walk.act("again", walk.press("meeting-cancel-accept"), () -> states().stream().allMatch(MeetingState.CANCELLED::equals), walk.closed());
        nothingIsWrong();
    }

    @Test
    void aDeletionInTheTenantKeepsTheTypedWords() throws Exception {
        begin();
        var in = screens.integration();
        screens.wiring.recordings.choices.keep(in, screens.wiring.recordings.choices.of(in).tenantDeletion(true));
        var listed = screens.wiring.recordings.list.list(in, ListFilter.none(), ListOrder.NEWEST, false);
        var film = screens.wiring.recordings.list.read(listed.part(0, 100)).stream().filter(one -> one.kind() == RecordingKind.VIDEO).findFirst().orElseThrow();
        screens.wiring.recordings.queue.add(in, List.of(film.id()), Optional.of(folder.resolve("films")));
        screens.await("it is here", () -> now(film).local() == LocalState.VERIFIED);
        walk.go(Place.RECORDINGS);
        walk.act("it is chosen", walk.choose("recordings-table", film.title()), walk.press("recordings.delete-in-tenant"), walk.type("deletion-words", film.title()));
        refused("delete", "deletion-words", film.title(), walk.press("deletion-accept"), () -> now(film).state() != RecordingState.AVAILABLE,
                Answer.of(Fault.of(GraphRefusals.missingPermission(GraphService.FILES))), Answer.of(Fault.of(GraphRefusals.locked())),
                Answer.of(Fault.serverError(500)), Answer.UNREACHED);
        assertThat(now(film).state()).isNotEqualTo(RecordingState.AVAILABLE);
        nothingIsWrong();
    }

    private Recording now(Recording of) {
        return screens.wiring.recordings.library.get(of.id());
    }

    /// A review is planned in the editor of meetings, which keeps what it was given.
    @Test
    void aReviewOfADeliverableKeepsWhatItWasGiven() throws Exception {
        screens.wiring.deliverables.showSamples(screens.integration());
        begin();
        walk.go(Place.DELIVERABLES);
        walk.act("a review", walk.choose("deliverables-table"), walk.press("deliverables.edit"), walk.press("deliverable-review"), walk.shows("meeting-subject"));
        walk.act("its organiser", walk.type("meeting-organiser", ORGANISER));
        var faults = screens.tenant().faults();
        var refusal = faults.graph("*", "/**").always().with(Fault.serverError(500));
        walk.act("create it", walk.press("meeting-accept"));
        screens.atRest();
        walk.see("trouble-review", walk.keeps("meeting-organiser", ORGANISER), walk.offers("meetings.generate-link"));
        faults.remove(refusal);
        walk.act("again", walk.press("meetings.generate-link"), walk.shows("meeting-copy-link"), walk.offersNot("meetings.generate-link"));
        nothingIsWrong();
    }

    @Test
    void aHandOverKeepsWhoWasNamed() throws Exception {
        begin();
        walk.go(Place.ACCOUNTS);
        walk.act("an account is verified", walk.type("input", ORGANISER), walk.press("verify"));
        walk.act("hand over", walk.choose("accounts-table"), walk.enter("accounts-table"), walk.press("details-leaver"), walk.press("leaver-move"),
                walk.type("leaver-heir", HEIR));
        refused("hand-over", "leaver-heir", HEIR, walk.press("leaver-move-accept"), walk.shows("leaver"),
                Answer.of(Fault.of(GraphRefusals.missingPermission(GraphService.DIRECTORY))), Answer.of(Fault.serverError(500)), Answer.UNREACHED);
        nothingIsWrong();
    }
}
