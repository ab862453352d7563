package app.lectern.integrations.setup;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.permissions.AppJobs;
import app.lectern.integrations.permissions.Capability;
import app.lectern.integrations.permissions.PermissionCatalogue;
import app.lectern.integrations.permissions.Powers;
import app.lectern.integrations.permissions.RegistrationScript;
import app.lectern.integrations.setup.ReplyVerdict.Fact;
import app.lectern.integrations.setup.ReplyVerdict.ReplyFinding;
import app.lectern.jobs.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an administrator is handed, and what their reply is taken for.
class AdminPackTest {
    private static final String TANAKA = "y.tanaka@northfield.example";

    @TempDir
    private Path folder;

    private Room room;
    private Integration of;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("home"));
        of = room.connected();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private ReplyVerdict judged(String pasted) {
        return AdminReply.judge(pasted, of, TANAKA, "Lectern");
    }

    @Test
    void thePackAsksForWhatIsMissingAndSaysWhy() throws Exception {
        var pack = room.packs.pack(of, Optional.of(room.permissions.report(of, Progress.NONE)), TANAKA, "Lectern");

        assertThat(pack.text()).contains("OnlineMeetingTranscript.Read.All: get transcripts", "CallRecords.Read.All", of.clientId(), of.tenant(),
                        "Grant-CsApplicationAccessPolicy -PolicyName 'Lectern' -Identity '" + TANAKA + "'", "New-MgServicePrincipalAppRoleAssignment")
                .doesNotContain("Calendars.ReadWrite:", room.tenant.apps().lectern().secret());
        assertThat(pack.html()).startsWith("<!DOCTYPE html>").contains("<code>CallRecords.Read.All</code>", "&quot;appId eq")
                .doesNotContain(room.tenant.apps().lectern().secret());
    }

    @Test
    void beforeTheFirstCheckItAsksForEverything() {
        var renamed = room.integrations.update(of.named("<b>School</b>"));
        var pack = room.packs.pack(renamed, Optional.empty(), "", "Lectern");
        assertThat(pack.text()).contains("Calendars.ReadWrite: create meetings, sync calendars", "<organiser’s address>");
        assertThat(pack.html()).doesNotContain("<b>School").contains("&lt;b&gt;School");
    }

    @Test
    void theAppIsRegisteredWithWhatIsNeededAndNothingBeside() {
        var catalogue = PermissionCatalogue.load();
        var secret = RegistrationScript.of(of, catalogue, AppJobs.ALL);
        assertThat(secret).contains("-SignInAudience AzureADMyOrg", "'" + of.tenant() + "'", "AddMonths(6)", "Client id: $($app.AppId)",
                        "Object id: $($app.Id)", "New-MgServicePrincipalAppRoleAssignment")
                .doesNotContain("RedirectUris", "-KeyCredentials");
        assertThat(catalogue.required()).allSatisfy(each -> assertThat(secret).contains(each.form(true).orElseThrow().id()));
        assertThat(catalogue.all()).filteredOn(each -> each.optional())
                .allSatisfy(each -> assertThat(secret).doesNotContain(each.form(true).orElseThrow().id()));

        assertThat(RegistrationScript.of(of.signingIn(SignInMethod.CERTIFICATE), catalogue, AppJobs.ALL)).contains("-KeyCredentials @($certificate)")
                .doesNotContain("Add-MgApplicationPassword");
        var person = RegistrationScript.of(of.signingIn(SignInMethod.DEVICE_CODE), catalogue, AppJobs.ALL);
        assertThat(person).contains("-IsFallbackPublicClient", "Type = 'Scope'", "New-MgOauth2PermissionGrant", "OnlineMeetings.ReadWrite ")
                .doesNotContain("AppRoleAssignment", "CallRecords.Read.All");
    }

    @Test
    void anAppThatOnlyReadsIsRegisteredWithNothingThatWrites() {
        var catalogue = PermissionCatalogue.load();
        assertThat(catalogue.least(AppJobs.ALL, true)).extracting(each -> each.form()).isEqualTo(catalogue.required().stream().map(each -> each.form(true).orElseThrow()).toList());

        var script = RegistrationScript.of(of, catalogue, AppJobs.READ_ONLY);
        assertThat(script).contains("# Calendars.Read\n", "# OnlineMeetings.Read.All\n", "'c1684f21-1984-47fa-9d61-2dc8c296bb70'",
                        "# OnlineMeetingArtifact.Read.All", "# OnlineMeetingRecording.Read.All", "# OnlineMeetingTranscript.Read.All", "# User.Read.All")
                .doesNotContain("# Calendars.ReadWrite", "# OnlineMeetings.ReadWrite", "CallRecords.Read.All", "MailboxSettings", "Application.Read.All");
        var person = RegistrationScript.of(of.signingIn(SignInMethod.BROWSER), catalogue, AppJobs.READ_ONLY);
        assertThat(person).contains("-Scope 'Calendars.Read OnlineMeetings.Read OnlineMeetingArtifact.Read.All").doesNotContain("Calendars.ReadWrite");

        var chats = new AppJobs(Set.of(Capability.READ_CHATS, Capability.CREATE_MEETINGS));
        assertThat(catalogue.least(chats, true)).extracting(each -> each.name())
                .containsExactly("Calendars.ReadWrite", "OnlineMeetings.ReadWrite.All", "User.Read.All", "Chat.Read.All");
    }

    @Test
    void thePackForReadingAsksForNothingThatWritesAndSaysSo() throws Exception {
        var packs = room.packs.forJobs(AppJobs.READ_ONLY);
        var before = packs.pack(of, Optional.empty(), TANAKA, "Lectern");
        assertThat(before.text()).contains("Calendars.Read: ", "OnlineMeetings.Read.All: ", "Calendars.Read – It reads events in every calendar")
                .doesNotContain("- Calendars.ReadWrite", "OnlineMeetings.ReadWrite", "create meetings", "CallRecords.Read.All");
        assertThat(before.html()).contains("<code>Calendars.Read</code>").doesNotContain("<code>Calendars.ReadWrite</code>");

        var bare = room.connected(room.tenant.apps().bare());
        room.tenant.apps().bare().consent("Calendars.Read");
        var after = packs.pack(bare, Optional.of(room.permissions.report(bare, Progress.NONE)), TANAKA, "Lectern");
        assertThat(after.text()).contains("'OnlineMeetings.Read.All'").doesNotContain("'Calendars.Read'", "'Calendars.ReadWrite'", "Calendars.Read: ");
    }

    @Test
    void whoeverConsentsReadsWhatTheAppCanThenDoAndHowToNarrowIt() {
        var pack = room.packs.pack(of, Optional.empty(), TANAKA, "Lectern");
        assertThat(pack.text()).contains("Files.Read.All – It reads every file in every OneDrive", "RBAC for Applications opens chosen mailboxes only");
        assertThat(pack.html()).contains("<h2>What the app can then do</h2>", "It hears and sees nothing of it");
        var person = Powers.of(PermissionCatalogue.load().least(AppJobs.ALL, false), room.words);
        assertThat(person).extracting(Powers.Power::permission).contains("OnlineMeetings.ReadWrite").doesNotContain("CallRecords.Read.All");
        assertThat(Powers.limits(false, room.words)).hasSize(1);
    }

    @Test
    void forEveryoneThePolicyIsGlobalAndTheRestOfThePackStays() {
        var pack = room.packs.packForEveryone(of, Optional.empty(), "Lectern");
        assertThat(pack.text()).contains("-PolicyName 'Lectern' -Global", "Calendars.ReadWrite: create meetings")
                .doesNotContain("Grant-CsApplicationAccessPolicy -PolicyName 'Lectern' -Identity");
        assertThat(pack.html()).contains("-Global");
    }

    @Test
    void whetherTheOrganiserMayRecordIsReadOutOfThePolicy() {
        var off = judged("""
                Identity                          : Tag:Students
                AllowCloudRecording               : False
                AllowTranscription                : False
                NewMeetingRecordingExpirationDays : 60
                """);
        assertThat(off.settled()).isFalse();
        assertThat(off.facts()).extracting(Fact::finding).containsExactly(
                ReplyFinding.RECORDING_OFF, ReplyFinding.TRANSCRIPTION_OFF, ReplyFinding.RECORDINGS_EXPIRE);
        assertThat(off.facts().getLast().detail()).isEqualTo("60");

        var on = judged("AllowCloudRecording : True\nAllowTranscription : True\nNewMeetingRecordingExpirationDays : -1");
        assertThat(on.settled()).isTrue();
        assertThat(on.facts()).extracting(Fact::finding).containsExactly(ReplyFinding.RECORDING_ALLOWED, ReplyFinding.RECORDINGS_STAY);
    }

    @Test
    void theScriptsOwnOutputSettlesIt() {
        var verdict = judged("""
                Identity : Tag:Lectern
                AppIds   : {%s}

                UserPrincipalName       : y.tanaka@northfield.example
                ApplicationAccessPolicy : Lectern
                """.formatted(of.clientId()));
        assertThat(verdict.settled()).isTrue();
        assertThat(verdict.facts()).extracting(Fact::finding)
                .containsExactlyInAnyOrder(ReplyFinding.POLICY_GRANTED, ReplyFinding.POLICY_HAS_THE_APP);
    }

    @Test
    void theTableOfTheOlderInstructionsIsReadToo() {
        assertThat(judged("""
                UserPrincipalName             ApplicationAccessPolicy
                -----------------             -----------------------
                y.tanaka@northfield.example   Tag:Lectern
                """).settled()).isTrue();
    }

    @Test
    void eachKindOfReplyHasItsVerdict() {
        assertThat(only("ApplicationAccessPolicy : ")).isEqualTo(ReplyFinding.POLICY_NOT_GRANTED);
        assertThat(only("ApplicationAccessPolicy : Other-Policy")).isEqualTo(ReplyFinding.POLICY_WITH_OTHER_NAME);
        assertThat(only("ApplicationAccessPolicy : Global")).isEqualTo(ReplyFinding.POLICY_GRANTED_GLOBALLY);
        assertThat(only("AppIds : {11111111-2222-3333-4444-555555555555}")).isEqualTo(ReplyFinding.POLICY_LACKS_THE_APP);
        assertThat(only("Connect-MicrosoftTeams : The term 'Connect-MicrosoftTeams' is not recognized as the name of a cmdlet"))
                .isEqualTo(ReplyFinding.MODULE_MISSING);
        assertThat(only("You must call the Connect-MicrosoftTeams cmdlet before calling any other cmdlets.")).isEqualTo(ReplyFinding.NOT_SIGNED_IN);
        assertThat(only("Access Denied.")).isEqualTo(ReplyFinding.NOT_ALLOWED);
        assertThat(only("New-CsApplicationAccessPolicy : The policy \"Lectern\" already exists.")).isEqualTo(ReplyFinding.POLICY_EXISTS_ALREADY);
        assertThat(only("Management object not found for identity")).isEqualTo(ReplyFinding.ACCOUNT_NOT_FOUND);
        assertThat(only("UserPrincipalName : ruth.okafor@northfield.example")).isEqualTo(ReplyFinding.OTHER_ACCOUNT);
        assertThat(only("AccessCheckResult : Denied")).isEqualTo(ReplyFinding.EXCHANGE_DENIES);
        assertThat(only("AccessCheckResult : Granted")).isEqualTo(ReplyFinding.EXCHANGE_ALLOWS);
        assertThat(only("Application Calendars.ReadWrite  Calendars.ReadWrite  Lectern  CustomRecipientScope  True"))
                .isEqualTo(ReplyFinding.EXCHANGE_ROLE_ASSIGNED);
        assertThat(only("Thanks, done!")).isEqualTo(ReplyFinding.NOTHING_RECOGNISED);
        assertThat(judged("The policy already exists.").settled()).isFalse();
    }

    private ReplyFinding only(String pasted) {
        var facts = judged(pasted).facts();
        assertThat(facts).as(pasted).hasSize(1);
        return facts.getFirst().finding();
    }
}
