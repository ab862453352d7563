package app.lectern.integrations.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.lectern.demo.faults.Fault;
import app.lectern.integrations.CredentialExpiry;
import app.lectern.integrations.Room;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.Fixer;
import app.lectern.integrations.permissions.PermissionCatalogue;
import app.lectern.integrations.waiting.WaitKind;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem.Code;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a health check finds in the demo tenant, asked through the real MSAL and SDK.
class HealthChecksTest {
    @TempDir
    private Path folder;

    private Room room;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theTenantsPlantedFaultsAreFound() throws Exception {
        var of = room.accounts.setVerified(room.connected(), Room.SERVICE_ACCOUNT);

        var report = room.checks.run(of, Progress.NONE);

        assertThat(report.overall()).isEqualTo(CheckStatus.FAILED);
        assertThat(report.results()).filteredOn(each -> each.status() == CheckStatus.FAILED)
                .extracting(CheckResult::kind, CheckResult::subject, CheckResult::fixer)
                .containsExactlyInAnyOrder(
                        tuple(CheckKind.PERMISSION, "OnlineMeetingTranscript.Read.All", Fixer.ENTRA_ADMIN),
                        tuple(CheckKind.PERMISSION, "CallRecords.Read.All", Fixer.ENTRA_ADMIN),
                        tuple(CheckKind.ORGANISERS, "y.tanaka@northfield.example", Fixer.TEAMS_ADMIN));
        var expiry = report.of(CheckKind.CREDENTIAL).getFirst();
        assertThat(expiry.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(room.words.named(expiry.text(), expiry.facts())).startsWith("The client secret ends in 23 days, on ");
        assertThat(room.integrations.credential(of).orElseThrow().source()).isEqualTo(CredentialExpiry.Source.APP_REGISTRATION);
        assertThat(report.results()).extracting(CheckResult::kind).contains(CheckKind.values());
    }

    @Test
    void anIntegrationThatOnlyReadsIsJudgedByThatAlone() throws Exception {
        var app = room.tenant.apps().bare();
        PermissionCatalogue.load().least(AppJobs.READ_ONLY, true).forEach(each -> app.consent(each.name()));
        room.tenant.rules().setAccessPolicy(room.idOf("y.tanaka@northfield.example"), Set.of(app.appId()));
        var of = room.integrations.update(room.accounts.set(room.connected(app), Room.SERVICE_ACCOUNT).meantFor(AppJobs.READ_ONLY));

        var report = room.checks.run(of, Progress.NONE);

        assertThat(report.results()).filteredOn(each -> each.kind() != CheckKind.SERVICE_ACCOUNT)
                .extracting(CheckResult::kind, CheckResult::subject, CheckResult::status).filteredOn(row -> row.toList().get(2) != CheckStatus.PASSED).isEmpty();
        assertThat(report.of(CheckKind.CREDENTIAL)).as("watching the secret is not among its jobs, and nobody typed its end").isEmpty();
    }

    @Test
    void aReportOfBeforeSaysNothingOfJobsThatAreNoLongerChosen() throws Exception {
        var of = room.connected();
        var before = room.checks.run(of, Progress.NONE);
        assertThat(before.of(CheckKind.PERMISSION)).extracting(CheckResult::subject).contains("CallRecords.Read.All", "MailboxSettings.Read");

        var now = room.checks.last(room.integrations.update(of.meantFor(new AppJobs(Set.of(Capability.GET_TRANSCRIPTS))))).orElseThrow();

        assertThat(now.permissions().orElseThrow().missing()).extracting(each -> each.name()).containsExactly("OnlineMeetingTranscript.Read.All");
        assertThat(now.of(CheckKind.PERMISSION)).extracting(CheckResult::subject).contains("OnlineMeetingTranscript.Read.All")
                .doesNotContain("CallRecords.Read.All", "MailboxSettings.Read");
        assertThat(now.permissions().orElseThrow().grantScript()).contains("OnlineMeetingTranscript.Read.All").doesNotContain("CallRecords");
        assertThat(room.checks.last(of)).as("nothing was lost").contains(before);
    }

    @Test
    void aRefusalCarriesTheScriptAndTheEvidence() throws Exception {
        var of = room.connected();

        var tanaka = room.checks.run(of, Progress.NONE).of(CheckKind.ORGANISERS).getFirst();

        assertThat(tanaka.evidence().line()).startsWith("GET /users/{id}/onlineMeetings · 403 · Forbidden · request ");
        var problem = tanaka.problem().orElseThrow();
        assertThat(problem.code()).isEqualTo(Code.ACCESS_POLICY_MISSING);
        assertThat(problem.remedies().getFirst().payload())
                .contains(of.clientId())
                .contains("Grant-CsApplicationAccessPolicy -PolicyName 'Lectern' -Identity 'y.tanaka@northfield.example'");
    }

    @Test
    void theReportIsKeptWholeAndTheNewestComesFirst() throws Exception {
        var of = room.connected();
        var first = room.checks.run(of, Progress.NONE);
        room.clock.advance(Duration.ofHours(1));
        var second = room.checks.run(of, Progress.NONE);

        assertThat(room.checks.last(of)).contains(second);
        assertThat(room.checks.history(of, 10)).containsExactly(second, first);
    }

    @Test
    void onlyIntegrationsNotLookedAtForSixHoursAreDue() throws Exception {
        var of = room.connected();
        assertThat(room.checks.runDue(Progress.NONE)).hasSize(1);
        assertThat(room.checks.runDue(Progress.NONE)).isEmpty();
        room.clock.advance(Duration.ofHours(7));
        assertThat(room.checks.runDue(Progress.NONE)).hasSize(1);
        room.integrations.update(of.active(false));
        room.clock.advance(Duration.ofHours(7));
        assertThat(room.checks.runDue(Progress.NONE)).isEmpty();
    }

    @Test
    void anExpiredSecretEndsTheCheckAtTheSignIn() throws Exception {
        var report = room.checks.run(room.connected(room.tenant.apps().lapsed()), Progress.NONE);

        var signIn = report.of(CheckKind.SIGN_IN).getFirst();
        assertThat(signIn.status()).isEqualTo(CheckStatus.FAILED);
        assertThat(signIn.problem().orElseThrow().code()).isEqualTo(Code.SECRET_EXPIRED);
        assertThat(signIn.evidence().code()).isEqualTo("AADSTS7000222");
        assertThat(report.permissions()).isEmpty();
        assertThat(report.of(CheckKind.CREDENTIAL).getFirst().status()).isEqualTo(CheckStatus.COULD_NOT_CHECK);
    }

    @Test
    void anAppWithoutConsentLacksEverythingAndNothingLooksGood() throws Exception {
        var report = room.checks.run(room.connected(room.tenant.apps().bare()), Progress.NONE);

        assertThat(report.of(CheckKind.PERMISSION)).hasSize(11).allSatisfy(each -> assertThat(each.status()).isEqualTo(CheckStatus.FAILED));
        assertThat(report.of(CheckKind.ORGANISERS).getFirst().status()).isEqualTo(CheckStatus.COULD_NOT_CHECK);
    }

    @Test
    void whatIsWaitedForIsWaitingAndNotFailed() throws Exception {
        var of = room.accounts.set(room.connected(), "y.tanaka@northfield.example");
        room.waiting.begin(of, WaitKind.ACCESS_POLICY, of.serviceAccount());
        room.waiting.begin(of, WaitKind.CONSENT, "CallRecords.Read.All");

        var report = room.checks.run(of, Progress.NONE);

        assertThat(report.of(CheckKind.ACCESS_POLICY).getFirst().status()).isEqualTo(CheckStatus.WAITING);
        assertThat(report.of(CheckKind.PERMISSION)).filteredOn(each -> each.subject().equals("CallRecords.Read.All"))
                .extracting(CheckResult::status).containsExactly(CheckStatus.WAITING);
    }

    @Test
    void aServiceThatDoesNotAnswerIsNeverTakenForAPass() throws Exception {
        var of = room.connected();
        room.tenant.faults().graph("GET", "/users/*/drive").always().with(Fault.serverError(500));

        var report = room.checks.run(of, Progress.NONE);

        assertThat(report.of(CheckKind.PERMISSION)).filteredOn(each -> each.subject().equals("Files.Read.All"))
                .extracting(CheckResult::status).containsExactly(CheckStatus.COULD_NOT_CHECK);
        assertThat(report.of(CheckKind.DRIVE_QUOTA).getFirst().status()).isEqualTo(CheckStatus.COULD_NOT_CHECK);
    }

    @Test
    void theGlobalPolicyWithdrawnMakesTheServiceAccountFail() throws Exception {
        var of = room.accounts.set(room.connected(), Room.SERVICE_ACCOUNT);
        room.tenant.rules().setAccessPolicy(room.idOf(Room.SERVICE_ACCOUNT), Set.of());

        var report = room.checks.run(of, Progress.NONE);

        assertThat(report.of(CheckKind.ACCESS_POLICY).getFirst().status()).isEqualTo(CheckStatus.FAILED);
        assertThat(report.of(CheckKind.MAILBOX_POLICY).getFirst().status()).isEqualTo(CheckStatus.PASSED);
    }

    @Test
    void aPolicyMeantForAFewIsNoFaultOfTheOthers() throws Exception {
        var of = room.accounts.set(room.connected(), Room.SERVICE_ACCOUNT);
        room.tenant.rules().withdrawGlobalAccessPolicy(of.clientId());
        room.tenant.rules().setAccessPolicy(room.idOf(Room.SERVICE_ACCOUNT), Set.of(of.clientId()));

        var organisers = room.checks.run(of, Progress.NONE).of(CheckKind.ORGANISERS);

        assertThat(organisers).hasSize(1);
        assertThat(organisers.getFirst().status()).isEqualTo(CheckStatus.PASSED);
        assertThat(room.words.named(organisers.getFirst().text(), organisers.getFirst().facts())).startsWith("The access policy covers 1 of ");
    }

    @Test
    void noPolicyAtAllIsOneFinding() throws Exception {
        var of = room.connected();
        room.tenant.rules().withdrawGlobalAccessPolicy(of.clientId());

        var organisers = room.checks.run(of, Progress.NONE).of(CheckKind.ORGANISERS);

        assertThat(organisers).hasSize(1);
        assertThat(organisers.getFirst().status()).isEqualTo(CheckStatus.FAILED);
        assertThat(organisers.getFirst().fixer()).isEqualTo(Fixer.TEAMS_ADMIN);
    }
}
