package app.lectern.integrations.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Room;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.setup.SetupStep;
import app.lectern.integrations.waiting.Wait;
import app.lectern.integrations.waiting.WaitKind;
import app.lectern.jobs.InlineTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Microsoft needs time for is not a failure in the wizard: it is waited for, survives the wizard, and is told when it works.
class SetupWaitsTest {
    private static final String WITHOUT_MAILBOX = "k.lindqvist@northfield.example";

    private final List<Wait> arrived = new ArrayList<>();
    private Room room;
    private SetupViewModel wizard;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        room = new Room(folder.resolve("home"));
        room.waiting.onArrival(arrived::add);
        var desk = new SetupDesk(new SetupDesk.Services(room.setups, room.rules, room.permissions, room.policies, room.readiness, room.checks,
                room.meetings, room.waiting, room.packs), room.clock.getZone(), room.clock);
        wizard = new SetupViewModel(room.setups.begin(),
                new SetupParts(desk, new InlineTaskRunner(), Runnable::run, room.clock, room.words), made -> { }, () -> { });
        tenant(Files.writeString(folder.resolve("authority.pem"), room.tenant.authorityPem()));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void anAccountWhoseMailboxIsNotThereYetIsLookedAtUntilItIs() {
        signIn(room.tenant.apps().lectern().secret());
        wizard.open(SetupStep.SERVICE_ACCOUNT);
        assertThat(wizard.account().suggestion()).isEqualTo("lms-teams-service@northfield.example");
        assertThat(wizard.account().usersPage()).contains("UserManagementMenuBlade");
        wizard.account().account().text().set(WITHOUT_MAILBOX);
        wizard.account().verify();

        assertThat(room.waiting.open()).extracting(Wait::kind, Wait::subject)
                .containsExactly(tuple(WaitKind.MAILBOX, WITHOUT_MAILBOX));
        room.tenant.school().control().assignLicence(WITHOUT_MAILBOX, Duration.ofMinutes(7));
        room.clock.advance(Duration.ofMinutes(8));
        room.waiting.lookDue();

        assertThat(arrived).extracting(Wait::subject).containsExactly(WITHOUT_MAILBOX);
        wizard.account().verify();
        assertThat(room.waiting.open()).isEmpty();
    }

    @Test
    void aGrantThatWasHandedOnIsWaitedForUntilItIsInTheToken() {
        signIn(room.tenant.apps().lectern().secret());
        assertThat(wizard.step().get()).isEqualTo(SetupStep.PERMISSIONS);
        assertThat(wizard.permissions().waiting().get()).isFalse();

        wizard.permissions().asked();

        assertThat(wizard.permissions().waiting().get()).isTrue();
        assertThat(room.waiting.open()).extracting(Wait::kind).containsOnly(WaitKind.CONSENT);
        assertThat(room.waiting.open()).extracting(Wait::subject)
                .containsExactlyInAnyOrder("OnlineMeetingTranscript.Read.All", "CallRecords.Read.All");
        room.tenant.apps().lectern().consent("CallRecords.Read.All");
        room.clock.advance(Duration.ofMinutes(2));
        room.waiting.lookDue();
        assertThat(arrived).extracting(Wait::subject).containsExactly("CallRecords.Read.All");
    }

    @Test
    void aSecretThatIsRefusedIsTriedAgainAndForgottenOnceAnotherWorks() {
        signIn("made-a-minute-ago-and-not-known-yet-0123");
        assertThat(wizard.step().get()).isEqualTo(SetupStep.SIGN_IN);
        assertThat(room.waiting.open()).extracting(Wait::kind).containsExactly(WaitKind.NEW_SECRET);

        wizard.signIn().secret().text().set(room.tenant.apps().lectern().secret());
        wizard.goOn();

        assertThat(wizard.step().get()).isEqualTo(SetupStep.PERMISSIONS);
        assertThat(room.waiting.open()).isEmpty();
    }

    private void tenant(Path authority) {
        wizard.tenant().cloud().set(CloudKind.CUSTOM);
        wizard.tenant().login().text().set(room.tenant.loginEndpoint());
        wizard.tenant().graph().text().set(room.tenant.graphEndpoint());
        wizard.tenant().authority().text().set(authority.toString());
        wizard.tenant().tenant().text().set("northfield.example");
        wizard.goOn();
        assertThat(wizard.step().get()).isEqualTo(SetupStep.SIGN_IN);
    }

    private void signIn(String secret) {
        wizard.signIn().clientId().text().set(room.tenant.apps().lectern().appId());
        wizard.signIn().method().set(SignInMethod.SECRET);
        wizard.signIn().secret().text().set(secret);
        wizard.goOn();
    }
}
