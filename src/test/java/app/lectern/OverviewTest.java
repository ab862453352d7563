package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoOptions;
import app.lectern.home.Home;
import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SecretKind;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.WorkspaceRole;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.overview.Attention;
import app.lectern.overview.OverviewViewModel;
import app.lectern.overview.Span;
import app.lectern.shell.Loading;
import app.lectern.sync.alerts.Fix;
import app.lectern.sync.alerts.FixKind;
import app.lectern.vault.Keychain;
import app.lectern.vault.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first screen's view model over the whole stack, on the demo tenant with its planted faults.
class OverviewTest {
    @TempDir
    private Path folder;

    private Wiring wiring;
    private OverviewViewModel model;
    private final java.util.List<String> synced = new java.util.ArrayList<>();

    @BeforeEach
    void open() {
        var start = Start.of(new Home(folder), Clock.systemUTC(), Map.of());
        wiring = Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()));
        model = new OverviewViewModel(wiring.overview, new InlineTaskRunner(), synced::add, start.words(), start.clock());
    }

    @AfterEach
    void close() {
        wiring.close();
    }

    @Test
    void theFirstLookChecksAndFindsWhatIsPlanted() {
        model.show(wiring.demoIntegration().key());
        var standing = model.standing().get().data().orElseThrow();
        assertThat(standing.daysLeft()).contains(23L);
        assertThat(standing.report().orElseThrow().permissions().orElseThrow().granted()).isEqualTo(9);
        assertThat(standing.attention()).extracting(Attention::title).anyMatch(title -> title.contains("OnlineMeetingTranscript.Read.All"))
                .anyMatch(title -> title.contains("CallRecords.Read.All"))
                .anyMatch(title -> title.contains("y.tanaka@northfield.example"))
                .anyMatch(title -> title.contains("23 days"));
        assertThat(standing.attention()).extracting(Attention::urgency).isSorted();
        assertThat(model.figures().get().calls()).isPositive();
        assertThat(model.checking().get()).isFalse();
    }

    @Test
    void anImportedIntegrationWithoutItsSecretIsToldOfBeforeAnyCheck() {
        var demo = wiring.demoIntegration();
        var imported = wiring.integrations.add(new Integration(0, "From the other computer", CloudKind.GLOBAL, "", "", "7f1c2c1e-0000-4000-8000-000000000001",
                "7f1c2c1e-0000-4000-8000-000000000002", SignInMethod.SECRET, "", "", false, Instant.EPOCH, WorkspaceRole.ADMIN, ""));

        var told = wiring.overview.known(demo.key()).attention();

        assertThat(told).singleElement().satisfies(item -> {
            assertThat(item.title()).contains("From the other computer", "client secret");
            assertThat(item.urgency()).isEqualTo(Attention.Urgency.ERROR);
            assertThat(item.fix()).isEqualTo(new Fix(FixKind.ROTATE_SECRET, imported.key()));
        });
        assertThat(wiring.calls.newest(5)).as("nobody was asked").isEmpty();
        wiring.integrations.keepSecret(imported, SecretKind.CLIENT_SECRET, Secret.of("entered"));
        assertThat(wiring.overview.known(demo.key()).attention()).isEmpty();
    }

    @Test
    void aFreshCheckIsNotRepeatedUnlessAskedFor() {
        var id = wiring.demoIntegration().key();
        model.show(id);
        var first = model.standing().get().data().orElseThrow().report().orElseThrow().at();
        model.refresh();
        assertThat(model.standing().get().data().orElseThrow().report().orElseThrow().at()).isEqualTo(first);
        model.checkNow();
        assertThat(model.standing().get().data().orElseThrow().report().orElseThrow().at()).isAfter(first);
    }

    @Test
    void anIntegrationThatIsGoneIsSaidAndNothingIsShownForIt() {
        model.show("4711");
        assertThat(model.standing().get()).isInstanceOf(Loading.Failed.class);
        assertThat(model.standing().get().data()).isEmpty();
    }

    @Test
    void withoutAnIntegrationNothingIsAsked() {
        model.show("");
        model.refresh();
        model.checkNow();
        model.span().set(Span.DAY);
        assertThat(model.standing().get()).isEqualTo(Loading.idle());
        assertThat(wiring.calls.newest(5)).isEmpty();
    }

    @Test
    void aSyncShowsTodaysMeetingsTheRunAndWhatCouldNotBeRead() throws Exception {
        var of = wiring.demoIntegration();
        model.show(of.key());
        assertThat(model.standing().get().data().orElseThrow().runs()).isEmpty();
        model.syncNow();
        assertThat(synced).containsExactly(of.key());

        wiring.sync.engine.run(app.lectern.sync.SyncOrder.everything(of), app.lectern.jobs.Progress.NONE);
        model.refresh();

        var standing = model.standing().get().data().orElseThrow();
        assertThat(standing.runs()).hasSize(1);
        assertThat(standing.next()).isPresent();
        assertThat(standing.today().meetings()).extracting(app.lectern.meetings.Meeting::subject)
                .contains("Staff briefing", "SEND review meeting").isNotEmpty();
        assertThat(standing.today().invited()).isNotEmpty();
    }
}
