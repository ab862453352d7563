package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoOptions;
import app.lectern.home.Home;
import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SecretKind;
import app.lectern.integrations.SignInMethod;
import app.lectern.jobs.Progress;
import app.lectern.problems.ProblemException;
import app.lectern.sync.SyncOrder;
import app.lectern.vault.Keychain;
import app.lectern.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an integration leaves behind in the whole house: nothing secret in the support bundle, and nothing at all once it is gone.
class IntegrationTracesTest {
    private static final String CANARY = "kN4r~8Q~CANARY-that-must-not-sing";

    @TempDir
    private Path folder;

    private Wiring wiring;

    @BeforeEach
    void open() {
        var start = Start.of(new Home(folder.resolve("home")), Clock.systemUTC(), Map.of());
        wiring = Wiring.open(start, Keychain.none(), DemoOptions.standard(start.clock()));
    }

    @AfterEach
    void close() {
        wiring.close();
    }

    @Test
    void aSecretThatWasRefusedReachesNoSupportBundle() throws Exception {
        var demo = wiring.demo.endpoint();
        var of = wiring.integrations.add(new Integration(0, "Canary school", CloudKind.CUSTOM, demo.loginEndpoint(), demo.graphEndpoint(),
                demo.tenantId(), demo.clientId(), SignInMethod.SECRET, "canary.owner@northfield.example", "", true, wiring.start.clock().instant(),
                app.lectern.integrations.WorkspaceRole.ADMIN, demo.authorityPem()));
        wiring.integrations.keepSecret(of, SecretKind.CLIENT_SECRET, Secret.of(CANARY));
        try {
            wiring.access.signIn(of);
        } catch (ProblemException refused) {
            assertThat(refused.problem().toString()).doesNotContain("CANARY");
        }
        wiring.connected.checks.run(of, Progress.NONE);

        var file = folder.resolve("bundle.zip");
        wiring.bundle.write(wiring.bundle.prepare(false, Progress.NONE), file);

        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8).toLowerCase(java.util.Locale.ROOT)).as(entry.getName())
                        .doesNotContain("canary");
            }
        }
    }

    @Test
    void aDeletedIntegrationTakesItsCallsAndMeetingsWithIt() throws Exception {
        var of = wiring.demoIntegration();
        wiring.sync.engine.run(SyncOrder.everything(of), Progress.NONE);
        assertThat(wiring.integrations.localData(of)).containsKeys("local-data.calls", "local-data.meetings");

        wiring.integrations.remove(of);

        assertThat(wiring.calls.countOf(of.key())).isZero();
        assertThat(wiring.meetings.known.count(of)).isZero();
    }
}
