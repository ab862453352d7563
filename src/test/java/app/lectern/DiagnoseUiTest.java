package app.lectern;

import static app.lectern.shell.Toolkit.await;
import static app.lectern.shell.Toolkit.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoTenant;
import app.lectern.demo.entra.AppRegistration;
import app.lectern.demo.faults.Fault;
import app.lectern.demo.school.MeetingKind;
import app.lectern.demo.school.OnlineMeeting;
import app.lectern.demo.school.PlantedCase;
import app.lectern.diagnosis.DiagnoseView;
import app.lectern.diagnosis.DiagnoseViewModel;
import app.lectern.diagnosis.Advice;
import app.lectern.diagnosis.Diagnosis;
import app.lectern.diagnosis.DiagnosisText;
import app.lectern.diagnosis.ProbeKind;
import app.lectern.diagnosis.Question;
import app.lectern.diagnosis.errors.ErrorExplainer;
import app.lectern.diagnosis.verdict.Judgement;
import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.home.Settings;
import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SecretKind;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.WorkspaceRole;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Meeting;
import app.lectern.problems.Problem;
import app.lectern.shell.FxExecutor;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.Keyboard;
import app.lectern.shell.Loading;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Outside;
import app.lectern.shell.Place;
import app.lectern.shell.Png;
import app.lectern.shell.Screen;
import app.lectern.shell.ShellParts;
import app.lectern.sync.SyncOrder;
import app.lectern.vault.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Support pastes links into the Diagnose screen, and every case that the demo tenant holds is found, through the real sign-in
/// and the real Graph client.
class DiagnoseUiTest {
    private final Keyboard robot = new Keyboard();
    private DemoWindow demo;
    private Wiring wiring;
    private DemoTenant tenant;
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>();
    private final Map<String, Integration> registered = new HashMap<>();
    private final List<String> opened = new ArrayList<>();
    private final Outside outside = new Outside() {
        @Override
        public void openPage(String address) {
            opened.add(address);
        }

        @Override
        public void openFolder(Path folder) {
            throw new AssertionError("no folder is opened here: " + folder);
        }
    };
    private DiagnoseViewModel model;
    private MainWindow window;

    @BeforeEach
    void open(@TempDir Path folder) {
        demo = new DemoWindow(folder);
        wiring = demo.wiring;
        var integration = wiring.demoIntegration();
        tenant = wiring.demo.own().orElseThrow();
        choice.set(new Choice(integration.key(), integration.name(), "", "", Health.OK, true));
        window = demo.show(Place.DIAGNOSE, parts -> {
            model = new DiagnoseViewModel(wiring.diagnosis, new ErrorExplainer(), wiring.past(), id -> registered.getOrDefault(id, integration), choice, demo.jobs,
                    new FxExecutor(), parts.words());
            model.asks(wiring.supportOrder);
            return new ShellParts(parts.words(), parts.clock(), parts.home(), parts.settings(), parts.jobs(),
                    List.of(Screen.of(Place.DIAGNOSE, shell -> DiagnoseView.of(shell, model))), parts.integrations(), parts.palette(), parts.keys(),
                    parts.network(), parts.status(), parts.person(), outside, parts.version());
        });
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @Test
    void theSupportOrderShowsEachStepAsItComesByKeyboard() throws Exception {
        onFx(() -> {
            window.scene().lookup("#diagnose-in-order").requestFocus();
            return null;
        });
        robot.push(KeyCode.SPACE);
        await(() -> window.scene().lookup("#support-order-bundle") instanceof Button bundle && !bundle.isDisabled());
        for (var step : List.of("error", "calls", "configuration", "account")) {
            assertThat(onFx(() -> ((javafx.scene.layout.VBox) window.scene().lookup("#support-order-" + step)).getChildren().size())).as(step).isGreaterThan(1);
        }
        photograph("support-order");
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void everyPlantedCaseIsFoundAndItsRemediesDoWhatTheySay() throws Exception {
        var pressed = EnumSet.noneOf(Advice.class);
        assertThat(wiring.demo.cases()).extracting(PlantedCase::verdict)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Verdict.values()).map(verdict -> verdict.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList());
        for (var each : wiring.demo.cases()) {
            use(wiring.demo.registration(each));
            diagnose(each.paste(), each.organiser(), Question.valueOf(each.missed().name()));
            assertThat(done().judgement().verdict()).as(each.verdict() + " " + done().probes()).hasToString(each.verdict().toUpperCase(Locale.ROOT).replace('-', '_'));
            assertThat(onFx(() -> ((Label) window.scene().lookup(".verdict-title")).getText())).contains(text("verdict." + each.verdict() + ".title"));
            assertThat(done().probes()).noneMatch(probe -> probe.kind() == ProbeKind.VERIFIER && probe.meaning().isBlank());
            for (var advice : remedies(done())) {
                if (pressed.add(advice)) {
                    tries(advice, done());
                }
            }
        }
        assertThat(pressed).containsExactlyInAnyOrder(Advice.values());
        assertThat(tenant.requests().all()).filteredOn(request -> request.path().contains("/v1.0/") && !request.path().endsWith("/$batch")).isNotEmpty()
                .allMatch(request -> request.method().equals("GET"));
    }

    private static List<Advice> remedies(Diagnosis of) {
        var verdict = of.judgement().verdict();
        return Stream.concat(Advice.now(verdict, of.question()).stream(), Advice.nextTime(verdict).stream()).toList();
    }

    /// Presses the remedy's button and looks what came of it.
    private void tries(Advice advice, Diagnosis of) throws Exception {
        var texts = new DiagnosisText(wiring.start.words());
        int asked = tenant.requests().all().size();
        opened.clear();
        onFx(() -> {
            window.copy("nothing yet");
            var line = window.scene().getRoot().lookupAll(".lx-advice").stream()
                    .filter(each -> each.lookup(".title") instanceof Label title && title.getText().equals(texts.title(advice))).findFirst().orElseThrow();
            ((Button) line.lookup(".button")).fire();
            return null;
        });
        var payload = texts.payload(advice, of);
        switch (advice.way()) {
            case AGAIN -> {
                await(() -> !model.state().get().isBusy());
                assertThat(tenant.requests().all()).as(advice.name()).hasSizeGreaterThan(asked);
            }
            case PERMISSIONS, STATUS_PAGE -> assertThat(opened).as(advice.name()).containsExactly(payload).allMatch(page -> page.startsWith("https://"));
            case FACTS, POLICY_COMMAND, TRANSCRIPTS_COMMAND -> {
                assertThat(payload).isNotBlank();
                assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).as(advice.name()).isEqualTo(payload);
            }
            case ATTENDANCE -> arrived(Place.ATTENDANCE);
            case RECORDINGS -> arrived(Place.RECORDINGS);
            case MEETINGS -> arrived(Place.MEETINGS);
            case INTEGRATIONS -> arrived(Place.INTEGRATIONS);
        }
    }

    private void arrived(Place at) throws Exception {
        assertThat(onFx(() -> window.place().get())).isEqualTo(at);
        onFx(() -> {
            window.go(Place.DIAGNOSE);
            return null;
        });
    }

    @Test
    void withoutAnIntegrationItIsSaidWhatIsMissing() throws Exception {
        onFx(() -> {
            choice.set(null);
            return null;
        });
        diagnose(held(MeetingKind.SCHEDULED).joinUrl(), "", Question.ATTENDANCE);

        assertThat(model.state().get()).isInstanceOfSatisfying(Loading.Failed.class,
                failed -> assertThat(failed.problem().code()).isEqualTo(Problem.Code.INTEGRATION_UNKNOWN));
        photograph("diagnose-no-integration");
    }

    @Test
    void faultOfTheServiceIsNotBlamedOnTheMeeting() throws Exception {
        tenant.faults().graph("GET", "/users/*/**").always().with(Fault.serverError(500));
        assertThat(verdict(held(MeetingKind.SCHEDULED).joinUrl(), null, Question.ATTENDANCE)).isEqualTo(Verdict.SERVICE_FAULT);
    }

    @Test
    void conferenceOfThreeRefusalsEndsInAnHonestLowConfidence() throws Exception {
        diagnose("https://teams.microsoft.com/l/meetup-join/9f583ce9-5500-4abe-bfab-f57a77cf54f4/0", "ruth.okafor@northfield.example", Question.ATTENDANCE);
        var done = done();
        assertThat(done.probes()).anyMatch(probe -> probe.request().contains("/onlineMeetings/9f583ce9") && probe.status() == 404)
                .anyMatch(probe -> probe.request().contains("/events/9f583ce9") && probe.status() == 400)
                .anyMatch(probe -> probe.request().contains("/callRecords") && probe.status() == 403)
                .allMatch(probe -> probe.status() == 0 || !probe.requestId().isEmpty());
        assertThat(done.judgement().verdict()).isEqualTo(Verdict.INSTANT);
        assertThat(done.judgement().level()).isEqualTo(Judgement.Level.LOW);
        photograph("diagnose-conference");
    }

    @Test
    void enterShowsTheRawAnswerAndErrorsAreExplainedAtOnce() throws Exception {
        diagnose(held(MeetingKind.INSTANT).joinUrl(), held(MeetingKind.INSTANT).organiser().userPrincipalName(), Question.ATTENDANCE);
        photograph("diagnose-instant");
        onFx(() -> {
            var list = (ListView<?>) window.scene().lookup("#diagnose-evidence");
            list.requestFocus();
            list.getSelectionModel().select(3);
            return null;
        });
        robot.push(KeyCode.ENTER);
        await(() -> window.scene().lookup(".lx-dialog") != null);
        robot.push(KeyCode.ESCAPE);
        onFx(() -> {
            ((TextField) window.scene().lookup("#diagnose-input")).setText("AADSTS7000222: The provided client secret keys are expired.");
            return null;
        });
        await(() -> window.scene().lookup(".verdict-title") instanceof Label title && title.getText().contains("secret"));
        assertThat(model.state().get()).isInstanceOf(Loading.Idle.class);
        assertThat(tenant.requests().all()).filteredOn(request -> request.path().contains("/v1.0/") && !request.path().endsWith("/$batch")).isNotEmpty()
                .allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void meetingsOfTheCalendarsArePickedByKeyboardAndTheirDiagnosesAreReadAgainWithoutAsking() throws Exception {
        wiring.sync.engine.run(SyncOrder.everything(wiring.demoIntegration()), Progress.NONE);
        var wanted = held(MeetingKind.SCHEDULED);
        press("#diagnose-pick");
        await(() -> window.scene().lookup("#chooser-list") instanceof ListView<?> list && !list.getItems().isEmpty());
        var picked = onFx(() -> {
            ((TextField) window.scene().lookup("#chooser-filter")).setText(wanted.subject());
            return (Meeting) ((ListView<?>) window.scene().lookup("#chooser-list")).getSelectionModel().getSelectedItem();
        });
        assertThat(picked.subject()).isEqualTo(wanted.subject());
        robot.push(KeyCode.ENTER);
        await(() -> model.state().get().data().isPresent());
        var first = done();
        assertThat(first.pasted()).isEqualTo(picked.joinUrl());
        assertThat(onFx(() -> model.organiser().get())).isEqualTo(picked.organiser().address());

        onFx(() -> {
            model.clear();
            return null;
        });
        int asked = tenant.requests().all().size();
        press("#diagnose-earlier");
        await(() -> window.scene().lookup("#chooser-list") instanceof ListView<?> list && !list.getItems().isEmpty());
        photograph("diagnose-earlier");
        robot.push(KeyCode.ENTER);
        await(() -> model.state().get().data().isPresent());
        assertThat(done().judgement().verdict()).isEqualTo(first.judgement().verdict());
        assertThat(done().facts()).isEqualTo(first.facts());
        assertThat(tenant.requests().all()).as("what was found then is read from the store").hasSize(asked);
    }

    /// Asks with this app registration from now on; Lectern's own is the demo integration's.
    private void use(AppRegistration app) throws Exception {
        var integration = app == tenant.apps().lectern() ? wiring.demoIntegration() : registered.computeIfAbsent(app.appId(), id -> added(app));
        registered.put(integration.key(), integration);
        onFx(() -> {
            choice.set(new Choice(integration.key(), integration.name(), "", "", Health.OK, true));
            return null;
        });
    }

    private Integration added(AppRegistration app) {
        var added = wiring.integrations.add(new Integration(0, app.displayName(), CloudKind.CUSTOM, tenant.loginEndpoint(), tenant.graphEndpoint(),
                tenant.tenantId(), app.appId(), SignInMethod.SECRET, "hannah.ivers@northfield.example", "", true, wiring.start.clock().instant(),
                WorkspaceRole.ADMIN, tenant.authorityPem()));
        wiring.integrations.keepSecret(added, SecretKind.CLIENT_SECRET, Secret.of(app.secret()));
        return added;
    }

    private String text(String key) {
        return wiring.start.words().text(key);
    }

    private void press(String id) throws Exception {
        onFx(() -> {
            ((Button) window.scene().lookup(id)).fire();
            return null;
        });
    }

    private Verdict verdict(String link, OnlineMeeting of, Question question) throws Exception {
        diagnose(link, of == null ? "" : of.organiser().userPrincipalName(), question);
        return done().judgement().verdict();
    }

    private void diagnose(String link, String organiser, Question question) throws Exception {
        onFx(() -> {
            model.clear();
            model.question().set(question);
            ((TextField) window.scene().lookup("#diagnose-organiser")).setText(organiser);
            ((TextField) window.scene().lookup("#diagnose-input")).setText(link);
            return null;
        });
        await(() -> !model.state().get().isBusy());
    }

    private Diagnosis done() throws Exception {
        return onFx(() -> model.state().get().data().orElseThrow(() -> new AssertionError(model.state().get().toString())));
    }

    private OnlineMeeting held(MeetingKind kind) {
        Predicate<OnlineMeeting> past = meeting -> meeting.sessions().stream().anyMatch(session -> session.hasReport(tenant.school().clock().instant()))
                && meeting.end().isBefore(tenant.school().clock().instant().minus(Duration.ofDays(2)));
        var school = tenant.school();
        return school.exclusively(() -> school.meetings().all().stream().filter(meeting -> meeting.kind() == kind)
                .filter(meeting -> kind == MeetingKind.INSTANT ? !meeting.sessions().isEmpty() : past.test(meeting)).findFirst().orElseThrow());
    }

    private void photograph(String name) throws Exception {
        for (var theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
            var png = onFx(() -> {
                window.settings().change(now -> now.with(new Settings.Appearance(theme, true)));
                var root = window.scene().getRoot();
                root.applyCss();
                root.layout();
                return Png.encode(window.scene().snapshot(new WritableImage(1360, 860)));
            });
            var folder = Files.createDirectories(Path.of("target", "pictures"));
            Files.write(folder.resolve(name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png"), png);
            assertThat(png.length).isGreaterThan(20_000);
        }
    }
}
