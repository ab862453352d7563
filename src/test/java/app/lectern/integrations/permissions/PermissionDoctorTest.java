package app.lectern.integrations.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.faults.Fault;
import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.integrations.permissions.CapabilityRow.Standing;
import app.lectern.integrations.permissions.PolicyFinding.PolicyVerdict;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import app.lectern.problems.Remedy;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the token names against what Graph really allows, and the two policies told apart.
class PermissionDoctorTest {
    private static final String TANAKA = "y.tanaka@northfield.example";

    @TempDir
    private Path folder;

    private Room room;
    private Integration of;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("home"));
        of = room.accounts.set(room.connected(), Room.SERVICE_ACCOUNT);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static PermissionFinding finding(PermissionReport report, String name) {
        return report.findings().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void theMissingOnesComeWithALinkAndAScriptForJustThem() throws Exception {
        var report = room.permissions.report(of, Progress.NONE);

        assertThat(report.granted()).isEqualTo(9);
        assertThat(report.missing()).extracting(PermissionFinding::name)
                .containsExactlyInAnyOrder("OnlineMeetingTranscript.Read.All", "CallRecords.Read.All");
        assertThat(report.grantScript()).contains(of.clientId(), "'OnlineMeetingTranscript.Read.All', 'CallRecords.Read.All'")
                .doesNotContain("Calendars.ReadWrite");
        assertThat(finding(report, "CallRecords.Read.All").problem().orElseThrow().remedies())
                .contains(Remedy.openPage(report.missingPage()));
        assertThat(report.missingPage()).contains(of.tenant(), of.clientId(), "CallAnAPI");
    }

    @Test
    void theMatrixSaysWhatWorksAndNeverMoreThanWasSeen() throws Exception {
        var report = room.permissions.report(of, Progress.NONE);

        var transcripts = report.capability(Capability.GET_TRANSCRIPTS);
        assertThat(transcripts.missing()).containsExactly("OnlineMeetingTranscript.Read.All");
        assertThat(transcripts.granted()).isEqualTo(Standing.NO);
        assertThat(transcripts.fixer()).isEqualTo(Fixer.ENTRA_ADMIN);
        assertThat(report.capability(Capability.CREATE_MEETINGS).working()).isEqualTo(Standing.YES);
        assertThat(report.capabilities()).hasSize(Capability.values().length);
    }

    @Test
    void anAppThatOnlyReadsDoesItsJobsWithTheNarrowerPermissions() throws Exception {
        var app = room.tenant.apps().bare();
        var least = PermissionCatalogue.load().least(AppJobs.READ_ONLY, true);
        least.forEach(each -> app.consent(each.name()));
        var report = room.permissions.report(room.accounts.set(room.connected(app), Room.SERVICE_ACCOUNT), Progress.NONE);

        assertThat(app.roles()).noneMatch(role -> role.contains("Write"));
        AppJobs.READ_ONLY.chosen().forEach(job -> {
            assertThat(report.capability(job).granted()).as(job.name()).isEqualTo(Standing.YES);
            assertThat(report.capability(job).working()).as(job.name()).isEqualTo(Standing.YES);
            assertThat(report.capability(job).needed()).contains("OnlineMeetings.Read.All");
        });
        assertThat(report.capability(Capability.CREATE_MEETINGS).missing()).contains("Calendars.ReadWrite", "OnlineMeetings.ReadWrite.All");
    }

    @Test
    void onlyWhatTheChosenJobsNeedIsAskedForAndJudged() throws Exception {
        var app = room.tenant.apps().bare();
        PermissionCatalogue.load().least(AppJobs.READ_ONLY, true).forEach(each -> app.consent(each.name()));
        var reading = room.integrations.update(room.accounts.set(room.connected(app), Room.SERVICE_ACCOUNT).meantFor(AppJobs.READ_ONLY));

        var report = room.permissions.report(reading, Progress.NONE);

        assertThat(report.missing()).isEmpty();
        assertThat(report.grantScript()).isEmpty();
        assertThat(report.granted()).isEqualTo(report.required().size()).isEqualTo(PermissionCatalogue.load().least(AppJobs.READ_ONLY, true).size());
        assertThat(report.required()).allSatisfy(one -> assertThat(one.state()).as(one.name()).isEqualTo(PermissionState.GRANTED));
        var calls = finding(report, "CallRecords.Read.All");
        assertThat(calls.state()).isEqualTo(PermissionState.NOT_CHOSEN);
        assertThat(calls.evidence().isEmpty()).as("nothing was asked").isTrue();
        var creating = report.capability(Capability.CREATE_MEETINGS);
        assertThat(creating.chosen()).isFalse();
        assertThat(creating.missing()).isEmpty();
        assertThat(report.capability(Capability.GET_RECORDINGS).working()).isEqualTo(Standing.YES);
    }

    @Test
    void whatAChosenJobLacksIsMissingAndTheScriptGrantsTheNarrowerOne() throws Exception {
        var reading = room.integrations.update(room.accounts.set(room.connected(room.tenant.apps().bare()), Room.SERVICE_ACCOUNT).meantFor(AppJobs.READ_ONLY));

        var report = room.permissions.report(reading, Progress.NONE);

        assertThat(report.missing()).extracting(PermissionFinding::name).contains("OnlineMeetings.Read.All", "OnlineMeetingRecording.Read.All")
                .doesNotContain("OnlineMeetings.ReadWrite.All", "CallRecords.Read.All");
        assertThat(report.grantScript()).contains("'OnlineMeetings.Read.All'").doesNotContain("'Calendars.ReadWrite'", "'OnlineMeetings.ReadWrite.All'");
    }

    @Test
    void aChatIsMissedWhereChatsWereChosenAndAnOptionalPermissionElseIsNot() throws Exception {
        var chats = room.integrations.update(of.meantFor(new AppJobs(Set.of(Capability.READ_CHATS))));
        assertThat(room.permissions.report(chats, Progress.NONE).missing()).extracting(PermissionFinding::name).containsExactly("Chat.Read.All");
        assertThat(room.permissions.report(of, Progress.NONE).missing()).extracting(PermissionFinding::name).doesNotContain("Chat.Read.All");
    }

    @Test
    void aGrantedRoleThatIsRefusedIsNeitherGrantedNorMissing() throws Exception {
        room.tenant.rules().setAccessPolicy(room.idOf(Room.SERVICE_ACCOUNT), Set.of());

        var report = room.permissions.report(of, Progress.NONE);

        var attendance = finding(report, "OnlineMeetingArtifact.Read.All");
        assertThat(attendance.state()).isEqualTo(PermissionState.REFUSED);
        assertThat(attendance.inToken()).isTrue();
        assertThat(attendance.fixer()).isEqualTo(Fixer.TEAMS_ADMIN);
        assertThat(report.granted()).isEqualTo(9);
        var row = report.capability(Capability.READ_ATTENDANCE);
        assertThat(row.granted()).isEqualTo(Standing.YES);
        assertThat(row.working()).isEqualTo(Standing.NO);
        assertThat(row.problem().orElseThrow().code()).isEqualTo(Code.ACCESS_POLICY_MISSING);
    }

    @Test
    void theSwitchForTranscriptsIsToldApartFromThePermission() throws Exception {
        var complete = room.accounts.set(room.connected(room.tenant.apps().complete()), Room.SERVICE_ACCOUNT);
        room.tenant.rules().allowTranscripts(false);

        var transcripts = finding(room.permissions.report(complete, Progress.NONE), "OnlineMeetingTranscript.Read.All");

        assertThat(transcripts.state()).isEqualTo(PermissionState.REFUSED);
        assertThat(transcripts.problem().orElseThrow().code()).isEqualTo(Code.TRANSCRIPTS_OFF);
        assertThat(transcripts.fixer()).isEqualTo(Fixer.TEAMS_ADMIN);
    }

    @Test
    void aProbeWithoutAnAnswerIsUnknownAndNotGreen() throws Exception {
        room.tenant.faults().graph("GET", "/users/*/mailboxSettings").always().with(Fault.serverError(500));

        var report = room.permissions.report(of, Progress.NONE);

        assertThat(finding(report, "MailboxSettings.Read").state()).isEqualTo(PermissionState.COULD_NOT_CHECK);
        assertThat(report.capability(Capability.CHECK_ACCOUNTS).working()).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void anAppWithEveryRoleWorksThroughout() throws Exception {
        var report = room.permissions.report(room.connected(room.tenant.apps().complete()), Progress.NONE);

        assertThat(report.required()).allSatisfy(one -> assertThat(one.state()).as(one.name()).isEqualTo(PermissionState.GRANTED));
        assertThat(report.grantScript()).isEmpty();
        assertThat(report.account()).isNotBlank();
        assertThat(finding(report, "CallRecordings.Read.All").state()).isEqualTo(PermissionState.COULD_NOT_CHECK);
    }

    @Test
    void noSignInMeansNoReportAtAll() {
        var lapsed = room.connected(room.tenant.apps().lapsed());
        assertThatThrownBy(() -> room.permissions.report(lapsed, Progress.NONE))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> assertThat(thrown.problem().code()).isEqualTo(Code.SECRET_EXPIRED));
    }

    @Test
    void teamsAndExchangeAreToldApart() {
        assertThat(room.policies.teams(of, TANAKA).verdict()).isEqualTo(PolicyVerdict.REFUSED);
        assertThat(room.policies.exchange(of, TANAKA).verdict()).isEqualTo(PolicyVerdict.ALLOWED);

        room.tenant.rules().closeMailbox(room.idOf("ruth.okafor@northfield.example"), of.clientId());
        var exchange = room.policies.exchange(of, "ruth.okafor@northfield.example");
        assertThat(room.policies.teams(of, "ruth.okafor@northfield.example").verdict()).isEqualTo(PolicyVerdict.ALLOWED);
        assertThat(exchange.verdict()).isEqualTo(PolicyVerdict.REFUSED);
        assertThat(exchange.fixer()).isEqualTo(Fixer.EXCHANGE_ADMIN);
        assertThat(exchange.script()).contains("New-ManagementRoleAssignment", "ruth.okafor@northfield.example", of.clientId())
                .doesNotContain("CsApplicationAccessPolicy");
    }

    @Test
    void aMissingPermissionHidesThePolicyBehindIt() {
        var bare = room.connected(room.tenant.apps().bare());
        assertThat(room.policies.teams(bare, TANAKA).verdict()).isIn(PolicyVerdict.HIDDEN_BY_PERMISSION, PolicyVerdict.COULD_NOT_CHECK);
    }

    @Test
    void theScriptNamesAppPolicyAndAccountAndKeepsQuotesHarmless() {
        var script = room.policies.teams(of, TANAKA, "Night' ; Remove-Item x").script();
        assertThat(script).contains("$app = '" + of.clientId() + "'", "-PolicyName 'Night'' ; Remove-Item x' -Identity '" + TANAKA + "'");
        assertThat(PowerShell.quoted("a\u2019b\nc'd")).isEqualTo("'abc''d'");
    }

    @Test
    void whoHasAPolicyOfTheirOwnIsFoundAmongTheOrganisers() throws Exception {
        var coverage = room.policies.organisers(of, 100, Progress.NONE);
        assertThat(coverage.refused()).extracting(PolicyFinding::account).containsExactly(TANAKA);
        assertThat(coverage.looked()).isGreaterThan(20);
        assertThat(coverage.unknown()).isEmpty();
    }
}
