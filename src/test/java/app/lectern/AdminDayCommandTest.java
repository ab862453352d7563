package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The day of an administrator by commands alone on a fresh data folder.
class AdminDayCommandTest {
    private static final String ACCOUNT = "lms-teams-service@northfield.example";
    private static final String ADMIN = "hannah.ivers@northfield.example";
    @TempDir
    private static Path folder;
    private static DemoTenant tenant;
    private static Path authority;
    private static DayTerminal day;

    @BeforeEach
    void open() throws Exception {
        tenant = DemoTenant.start(DemoOptions.standard(Clock.systemUTC()));
        tenant.rules().withdrawGlobalAccessPolicy(tenant.apps().lectern().appId());
        authority = Files.writeString(folder.resolve("ca.pem"), tenant.authorityPem());
        day = new DayTerminal(new Home(folder.resolve("home")).prepare().folder());
        day.environment("APP_SECRET", tenant.apps().lectern().secret());
    }

    @AfterEach
    void close() throws Exception {
        day.keep("admin-commands");
        tenant.close();
    }

    private static void done(String... command) {
        assertThat(day.run(command)).as("%s", day.said()).isZero();
    }

    private static void add(String... more) {
        var line = new ArrayList<>(List.of("integrations", "add", "--cloud", "custom", "--login-endpoint", tenant.loginEndpoint(), "--graph-endpoint",
                tenant.graphEndpoint(), "--ca-file", authority.toString(), "--tenant", "northfield.example", "--owner", ADMIN));
        line.addAll(List.of(more));
        done(line.toArray(String[]::new));
    }

    /// One test, since each stretch begins where the one before ended.
    @Test
    void theWholeDay() throws Exception {
        theDemoTenantIsLookedAroundIn();
        aTenantIsConnectedByDeviceCodeAndAnotherByClientSecret();
        whatIsMissingIsHandedOverWaitedForAndArrives();
        aTestMeetingIsMadeAndTheScheduleInstalled();
    }

    private void theDemoTenantIsLookedAroundIn() {
        done("doctor");
        assertThat(day.out()).contains("Northfield College");
        done("sync");
        done("meetings", "list");
        assertThat(day.out()).contains("Chemistry");
    }

    private void aTenantIsConnectedByDeviceCodeAndAnotherByClientSecret() throws Exception {
        tenant.signIn().pollInterval(Duration.ofMillis(50));
        tenant.signIn().approveDeviceCodes(ADMIN, 1);
        add("--name", "By code", "--client-id", tenant.apps().complete().appId(), "--sign-in", "device-code");
        assertThat(day.said()).contains("and enter the code");
        add("--name", "By secret", "--client-id", tenant.apps().lectern().appId(), "--client-secret-env", "APP_SECRET");
        done("integrations", "list", "--json");
        assertThat(DayTerminal.each(day.json().path("integrations")).map(row -> row.path("name").asText())).contains("By code", "By secret");
    }

    private void whatIsMissingIsHandedOverWaitedForAndArrives() throws Exception {
        done("service-account", "set", "--integration", "By secret", "--email", ACCOUNT, "--verify");
        assertThat(day.run("integrations", "check", "By secret")).as("permissions by job").isEqualTo(3);
        assertThat(day.out()).contains("Read attendance", "Teams administrator");
        done("integrations", "pack", "By secret");
        assertThat(day.out()).contains("New-CsApplicationAccessPolicy", tenant.apps().lectern().appId(), "OnlineMeetingTranscript.Read.All");
        assertThat(day.run("integrations", "waiting", "By secret", "--add", "access-policy")).isEqualTo(1);
        assertThat(day.run("integrations", "waiting", "By secret", "--add", "consent=OnlineMeetingTranscript.Read.All", "--json")).isEqualTo(1);
        assertThat(day.json().path("waiting")).hasSize(2);
        tenant.rules().grantAccessPolicyGlobally(tenant.apps().lectern().appId());
        tenant.apps().lectern().consent("OnlineMeetingTranscript.Read.All");
        tenant.apps().lectern().consent("CallRecords.Read.All");
        done("integrations", "waiting", "By secret", "--look");
    }

    private void aTestMeetingIsMadeAndTheScheduleInstalled() throws Exception {
        done("integrations", "test-meeting", "By secret", "--json");
        assertThat(day.json().path("join_link").asText()).startsWith("https://teams.microsoft.com/");
        done("schedule", "install", "--every", "60");
        assertThat(day.programs().crontab()).contains("--scheduled").startsWith("7 * * * * ");
        done("schedule", "status");
        done("schedule", "remove");
        assertThat(day.programs().crontab()).doesNotContain("--scheduled");
    }
}
