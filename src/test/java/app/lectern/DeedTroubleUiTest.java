package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.home.Settings;
import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.WorkspaceRole;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is done in the tenant and noticed by others: refused in each way, nothing that was typed is lost, and it goes through when it is tried again.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeedTroubleUiTest {
    private static final String ORGANISER = "daniel.osei@northfield.example";
    private static final String HEIR = "marta.kowalska@northfield.example";
    private static final String MESSAGE = "Mr Osei is at a conference.";
    private static final String ONE = "Open evening rehearsal";
    private static final String TWO = "Parents’ evening rehearsal";

    private final List<Slot> made = new ArrayList<>();
    private Path folder;
    private EveryScreen screens;
    private DialogWalk walk;

    @BeforeAll
    void open(@TempDir Path given) throws Exception {
        folder = given;
        screens = new EveryScreen(folder.resolve("home"));
        screens.integration();
        // without it nothing can be deleted in the tenant
        screens.tenant().apps().lectern().consent("Files.ReadWrite.All");
        screens.wiring.deliverables.showSamples(screens.integration());
        make(ONE, 9);
        make(TWO, 11);
        make(TWO, 13);
        screens.syncNow();
        screens.choose();
        var tenant = screens.tenant();
        screens.wiring.integrations.add(new Integration(0, "Westbrook", CloudKind.CUSTOM, tenant.loginEndpoint(), tenant.graphEndpoint(), tenant.tenantId(),
                tenant.apps().lectern().appId(), SignInMethod.CERTIFICATE, "", "", true, Instant.now(), WorkspaceRole.ADMIN, tenant.authorityPem()));
        walk = new DialogWalk(screens, "deed", Settings.Theme.DARK, 1180, 720);
    }

    private void make(String subject, int hour) throws Exception {
        var scheduler = screens.wiring.meetings.scheduler;
        var plan = Planned.at(subject, LocalDate.now(ZoneOffset.UTC).plusDays(1).atTime(hour, 0), ZoneOffset.UTC).withOrganiser(ORGANISER);
        made.addAll(scheduler.create(screens.integration(), scheduler.draft(screens.integration(), plan), Progress.NONE).slots());
    }

    @AfterEach
    void end() throws Exception {
        screens.tenant().faults().clear();
        walk.close();
    }

    @AfterAll
    void close() throws Exception {
        walk.end();
        screens.close();
    }

    private List<MeetingState> states(String subject) {
        return made.stream().filter(slot -> slot.planned().subject().equals(subject)).map(slot -> screens.wiring.meetings.scheduler.find(slot.id()).orElseThrow().state()).toList();
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

    private void listed(String subject) throws Exception {
        walk.go(Place.MEETINGS);
        walk.act("the list of meetings", walk.press("calendar-mode.list"), walk.press("meeting-span.coming"), walk.type("meetings-filter", subject));
    }

    @Test
    void aCancellationKeepsItsWordsUntilTheMeetingIsCalledOff() throws Exception {
        listed(ONE);
        walk.act("one is chosen", walk.choose("meetings-table", ONE), walk.enter("meetings-table"), walk.press("meeting-remove"), walk.type("meeting-cancel-message", MESSAGE));
        refused("cancel", "meeting-cancel-message", MESSAGE, walk.press("meeting-cancel-accept"), () -> states(ONE).contains(MeetingState.CANCELLED),
                new Answer("/users/*/**", Fault.of(GraphRefusals.mailboxClosed())), Answer.of(Fault.serverError(500)), Answer.UNREACHED);
        nothingIsWrong();
    }

    @Test
    void thoseOfManyThatAreRefusedAreAskedAboutAgainWithTheSameWords() throws Exception {
        listed(TWO);
        walk.act("both are chosen", walk.chooseAll("meetings-table", TWO, 2), walk.press("meetings-selected-cancel"), walk.type("meeting-cancel-message", MESSAGE));
        var faults = screens.tenant().faults();
        var refusal = faults.graph("*", "/users/*/**").always().with(Fault.of(GraphRefusals.mailboxClosed()));
        walk.act("cancel many", walk.press("meeting-cancel-accept"), walk.shows("meetings-results"));
        walk.see("trouble-cancel-many", walk.press("meetings-results-retry"), walk.keeps("meeting-cancel-message", MESSAGE));
        faults.remove(refusal);
        walk.act("again", walk.press("meeting-cancel-accept"), () -> states(TWO).stream().allMatch(MeetingState.CANCELLED::equals), walk.closed());
        nothingIsWrong();
    }

    @Test
    void aDeletionInTheTenantKeepsTheTypedWords() throws Exception {
        var in = screens.integration();
        screens.wiring.recordings.choices.keep(in, screens.wiring.recordings.choices.of(in).tenantDeletion(true));
        var listed = screens.wiring.recordings.list.list(in, ListFilter.none(), ListOrder.NEWEST, false);
        var film = screens.wiring.recordings.list.read(listed.part(0, 100)).stream().filter(one -> one.kind() == RecordingKind.VIDEO).findFirst().orElseThrow();
        screens.wiring.recordings.queue.add(in, List.of(film.id()), Optional.of(folder.resolve("films")));
        screens.await("it is here", () -> now(film).local() == LocalState.VERIFIED);
        walk.go(Place.RECORDINGS);
        walk.act("it is chosen", walk.choose("recordings-table", walk.text("local-state.verified")), walk.press("recordings.delete-in-tenant"), walk.type("deletion-words", film.title()));
        refused("delete", "deletion-words", film.title(), walk.press("deletion-accept"), () -> now(film).state() != RecordingState.AVAILABLE,
                Answer.of(Fault.of(GraphRefusals.missingPermission(GraphService.FILES))), Answer.of(Fault.of(GraphRefusals.locked())),
                Answer.of(Fault.serverError(500)));
        assertThat(now(film).state()).isNotEqualTo(RecordingState.AVAILABLE);
        nothingIsWrong();
    }

    private Recording now(Recording of) {
        return screens.wiring.recordings.library.get(of.id());
    }

    /// A review is planned in the editor of meetings, which keeps what it was given.
    @Test
    void aReviewOfADeliverableKeepsWhatItWasGiven() throws Exception {
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
        walk.go(Place.ACCOUNTS);
        walk.act("an account is verified", walk.type("input", ORGANISER), walk.press("verify"));
        walk.act("hand over", walk.choose("accounts-table"), walk.enter("accounts-table"), walk.press("details-leaver"), walk.press("leaver-move"),
                walk.type("leaver-heir", HEIR));
        refused("hand-over", "leaver-heir", HEIR, walk.press("leaver-move-accept"), walk.shows("leaver"),
                Answer.of(Fault.of(GraphRefusals.missingPermission(GraphService.DIRECTORY))), Answer.of(Fault.serverError(500)));
        nothingIsWrong();
    }

    @Test
    void aSetupPackThatCouldNotBeSavedSaysSoAndIsSavedFromThere() throws Exception {
        var file = folder.resolve("packs").resolve("pack.html");
        screens.target = Optional.of(file);
        walk.go(Place.INTEGRATIONS);
        walk.act("hand over", walk.choose("integrations-table", "Northfield"), walk.enter("integrations-table"), walk.press("integrations.hand-over"));
        walk.see("trouble-pack", walk.press("pack.save"), walk.offers("remedy.retry"), walk.says(file.toString()));
        Files.createDirectory(file.getParent());
        walk.act("again", walk.press("remedy.retry"), () -> Files.isRegularFile(file), walk.offersNot("remedy.retry"));
        screens.target = Optional.empty();
        nothingIsWrong();
    }

    @Test
    void aCertificateThatIsNotTakenStaysWhereItWasEntered() throws Exception {
        var app = screens.tenant().apps().lectern();
        var held = new HeldCertificate.Builder().rsa2048().commonName("Lectern").build();
        var file = Files.writeString(folder.resolve("lectern.pem"), held.certificatePem() + held.privateKeyPkcs8Pem()).toString();
        walk.go(Place.INTEGRATIONS);
        walk.act("rotation", walk.choose("integrations-table", "Westbrook"), walk.enter("integrations-table"), walk.press("integrations.rotate"),
                walk.type("rotate-certificate", file));
        // nobody has given it to the app yet
        walk.act("the new certificate", walk.press("rotate-accept"));
        walk.see("trouble-certificate", walk.offers("remedy.retry"), walk.keeps("rotate-certificate", file));
        app.upload(held.certificate());
        walk.act("again", walk.press("remedy.retry"), walk.offersNot("remedy.retry"), walk.shows("integration-edit-open"));
        nothingIsWrong();
    }
}
