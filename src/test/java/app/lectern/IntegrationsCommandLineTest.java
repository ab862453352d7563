package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.cli.Terminal;
import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.vault.Keychain;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The commands about integrations from end to end: the demo tenant is entered as any other endpoint, by its addresses and
/// its certificate authority.
class IntegrationsCommandLineTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private DemoTenant tenant;

    @BeforeEach
    void serve() throws IOException {
        tenant = DemoTenant.start(DemoOptions.standard(Clock.systemUTC()));
        Files.writeString(folder.resolve("ca.pem"), tenant.authorityPem());
        environment.put("LECTERN_HOME", folder.resolve("home").toString());
        environment.put("APP_SECRET", tenant.apps().lectern().secret());
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        try (var start = new CommandLineStart(terminal, environment, Keychain.none(), into -> List.of())) {
            return start.run(arguments);
        }
    }

    private int add(String... more) {
        var line = new ArrayList<>(List.of("integrations", "add", "--cloud", "custom", "--login-endpoint", tenant.loginEndpoint(),
                "--graph-endpoint", tenant.graphEndpoint(), "--ca-file", folder.resolve("ca.pem").toString()));
        line.addAll(List.of(more));
        return run(line.toArray(String[]::new));
    }

    private int addNorthfield(String... more) {
        var line = new ArrayList<>(List.of("--tenant", "northfield.example", "--client-id", tenant.apps().lectern().appId(),
                "--client-secret-env", "APP_SECRET", "--owner", "hannah.ivers@northfield.example"));
        line.addAll(List.of(more));
        return add(line.toArray(String[]::new));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTenantIsAddedCheckedAndListed() throws Exception {
        assertThat(addNorthfield("--name", "Northfield", "--service-account", "lms-teams-service@northfield.example", "--json")).isZero();
        assertThat(json().path("tenant").asText()).isEqualTo(tenant.tenantId());

        assertThat(run("integrations", "check", "--json")).isEqualTo(3);
        var report = json().path("reports").path(0);
        assertThat(report.path("granted").asInt()).isEqualTo(9);
        assertThat(report.path("needed").asInt()).isEqualTo(11);
        assertThat(failed(report)).containsExactlyInAnyOrder("OnlineMeetingTranscript.Read.All", "CallRecords.Read.All", "y.tanaka@northfield.example");
        assertThat(job(report, "get-transcripts").path("working").asText()).isEqualTo("no");
        assertThat(job(report, "create-meetings").path("working").asText()).isEqualTo("yes");

        assertThat(run("integrations", "list", "--json")).isZero();
        var row = json().path("integrations").path(0);
        assertThat(row.path("health").asText()).isEqualTo("failed");
        assertThat(row.path("owner").asText()).isEqualTo("hannah.ivers@northfield.example");
        assertThat(row.path("credentialEndsFrom").asText()).isEqualTo("app-registration");
        assertThat(Instant.parse(row.path("credentialEnds").asText()))
                .isBetween(Instant.now().plus(22, ChronoUnit.DAYS), Instant.now().plus(24, ChronoUnit.DAYS));

        assertThat(run("integrations", "list")).isZero();
        assertThat(text(out)).contains("Northfield", "Custom endpoints", "Client secret", "Failed").doesNotContain(environment.get("APP_SECRET"));
        assertThat(run("integrations", "check")).isEqualTo(3);
        assertThat(text(out)).contains("The client secret ends in 23 days", "Teams administrator", "Read attendance");
    }

    private static List<String> failed(JsonNode report) {
        return StreamSupport.stream(report.path("results").spliterator(), false)
                .filter(result -> result.path("status").asText().equals("failed"))
                .map(result -> result.path("of").asText())
                .toList();
    }

    private static JsonNode job(JsonNode report, String name) {
        return StreamSupport.stream(report.path("jobs").spliterator(), false)
                .filter(row -> row.path("job").asText().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void theServiceAccountIsSetWithAndWithoutALook() throws Exception {
        addNorthfield("--name", "Northfield");

        assertThat(run("service-account", "set", "--integration", "1", "--email", "k.lindqvist@northfield.example")).isZero();
        assertThat(run("service-account", "list", "--json")).isZero();
        assertThat(json().path("serviceAccounts").path(0).path("state").asText()).isEqualTo("unverified");

        assertThat(run("service-account", "set", "--integration", "Northfield", "--email", "k.lindqvist@northfield.example", "--verify")).isEqualTo(4);
        assertThat(text(err)).contains("k.lindqvist@northfield.example has no mailbox.");
        assertThat(run("service-account", "set", "--integration", "1", "--email", "nobody@northfield.example", "--verify")).isEqualTo(4);
        assertThat(text(err)).contains("nobody@northfield.example is not in the tenant");
        assertThat(run("service-account", "set", "--integration", "1", "--email", "teacher@gmail.com", "--verify")).isEqualTo(2);
        assertThat(text(err)).contains("personal account");

        assertThat(run("service-account", "set", "--integration", "1", "--email", "ruth.okafor@northfield.example", "--verify")).isZero();
        assertThat(run("service-account", "list")).isZero();
        assertThat(text(out)).contains("ruth.okafor@northfield.example", "Verified");
        assertThat(run("service-account", "set", "--email", "ruth.okafor@northfield.example")).isEqualTo(2);
    }

    @Test
    void aSecretComesFromAFileToo() throws Exception {
        var file = Files.writeString(folder.resolve("secret.txt"), tenant.apps().lectern().secret() + "\n");
        assertThat(add("--tenant", tenant.tenantId(), "--client-id", tenant.apps().lectern().appId(), "--client-secret-file", file.toString())).isZero();
        assertThat(text(out)).contains("Added " + tenant.tenantId() + " with the id 1.");
    }

    @Test
    void withoutASecretAndWithoutAPersonToAskNothingIsAdded() throws Exception {
        assertThat(add("--tenant", tenant.tenantId(), "--client-id", tenant.apps().lectern().appId())).isEqualTo(2);
        assertThat(text(err)).contains("--client-secret-env or a file with --client-secret-file");
        assertThat(run("integrations", "list", "--json")).isZero();
        assertThat(json().path("integrations")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "7d1f2c64-5e0b-4a7e-9b1e-3c52a8f0d94 | 4c8e101a-91d7-4b2f-8f3e-5a6b7c000102 | 2 | A character is missing",
        "gmail.com | 4c8e101a-91d7-4b2f-8f3e-5a6b7c000102 | 2 | personal accounts",
        "common | 4c8e101a-91d7-4b2f-8f3e-5a6b7c000102 | 3 | A tenant must be named",
        "contoso.example | 4c8e101a-91d7-4b2f-8f3e-5a6b7c000102 | 3 | Entra knows no tenant contoso.example",
        "northfield.example | 4c8e101a | 2 | A client id has 32 digits",
        "northfield.example | 11111111-2222-3333-4444-555555555555 | 3 | There is no app 11111111-2222-3333-4444-555555555555",
    })
    void whatIsWrongIsNamedAndNothingIsAdded(String tenantName, String clientId, int status, String said) throws Exception {
        assertThat(add("--tenant", tenantName, "--client-id", clientId, "--client-secret-env", "APP_SECRET")).isEqualTo(status);
        assertThat(text(err)).contains(said);
        assertThat(run("integrations", "list", "--json")).isZero();
        assertThat(json().path("integrations")).isEmpty();
    }

    @Test
    void theIdOfASecretIsRecognised() {
        environment.put("APP_SECRET", tenant.apps().lectern().secrets().getFirst().id());
        assertThat(addNorthfield()).isEqualTo(3);
        assertThat(text(err)).contains("The client secret’s id was entered in place of its value.");
        assertThat(tenant.requests().all()).noneMatch(entry -> entry.path().contains("/token"));
    }

    @Test
    void rotatingKeepsEverythingElseAndARefusedSecretChangesNothing() throws Exception {
        addNorthfield("--name", "Northfield");
        run("service-account", "set", "--integration", "1", "--email", "ruth.okafor@northfield.example");
        environment.put("NEW_SECRET", "xyz~8Q~never-made-in-entra");
        assertThat(run("integrations", "rotate", "1", "--client-secret-env", "NEW_SECRET")).isEqualTo(3);
        assertThat(text(err)).contains("Entra does not accept the client secret");
        assertThat(run("integrations", "check", "1", "--json")).isEqualTo(3);
        assertThat(json().path("reports").path(0).path("results").path(0).path("status").asText()).isEqualTo("passed");

        var app = tenant.apps().lectern();
        var fresh = new app.lectern.demo.entra.AppRegistration.Secret("5f4dcc3b-5aa7-65d6-1d83-27deb882cf99", "new~8Q~secret-of-today", "Lectern",
                Instant.now(), Instant.now().plus(180, ChronoUnit.DAYS));
        app.add(fresh);
        environment.put("NEW_SECRET", fresh.value());
        assertThat(run("integrations", "rotate", "Northfield", "--client-secret-env", "NEW_SECRET", "--secret-ends", "2030-01-31")).isZero();
        app.removeSecret(app.secrets().getFirst().id());
        assertThat(run("integrations", "show", "1", "--json")).isZero();
        assertThat(json().path("credentialEnds").asText()).startsWith("2030-01-31");
        assertThat(json().path("serviceAccount").asText()).isEqualTo("ruth.okafor@northfield.example");
        run("integrations", "check", "1", "--json");
        assertThat(json().path("reports").path(0).path("results").path(0).path("status").asText()).isEqualTo("passed");
    }

    @Test
    void anExportCarriesNoSecretAndComesInAgain() throws Exception {
        addNorthfield("--name", "Northfield");
        var file = folder.resolve("export.json");
        assertThat(run("integrations", "export", "--to", file.toString())).isZero();
        assertThat(Files.readString(file)).contains("Northfield").doesNotContain(environment.get("APP_SECRET"));

        environment.put("LECTERN_HOME", folder.resolve("other").toString());
        assertThat(run("integrations", "import", file.toString())).isZero();
        assertThat(text(err)).contains("lectern integrations rotate 1");
        run("doctor", "--json");
        assertThat(json().path("findings")).anySatisfy(finding -> {
            assertThat(finding.path("of").asText()).isEqualTo("Northfield");
            assertThat(finding.path("state").asText()).isEqualTo("warning");
            assertThat(finding.path("finding").asText()).contains("lectern integrations rotate 1");
        });
        assertThat(run("integrations", "check", "1")).isEqualTo(3);
        assertThat(run("integrations", "rotate", "1", "--client-secret-env", "APP_SECRET")).isZero();
        run("doctor", "--json");
        assertThat(json().path("findings")).noneSatisfy(finding -> assertThat(finding.path("finding").asText()).contains("lectern integrations rotate 1"));
        assertThat(run("integrations", "show", "1", "--json")).isZero();
        assertThat(json().path("active").asBoolean()).as("it was only waiting for its secret").isTrue();
        run("integrations", "check", "1", "--json");
        assertThat(json().path("reports").path(0).path("granted").asInt()).isEqualTo(9);

        assertThat(run("integrations", "import", file.toString(), "--json")).isZero();
        assertThat(json().path("added").path(0).path("name").asText()).isEqualTo("Northfield (2)");
        Files.writeString(file, "{\"kind\": \"something\"}");
        assertThat(run("integrations", "import", file.toString())).isEqualTo(2);
    }

    @Test
    void removingAsksSaysWhatGoesAndTakesIt() throws Exception {
        addNorthfield("--name", "Northfield");
        run("integrations", "check");
        assertThat(run("integrations", "remove", "Northfield")).isEqualTo(1);
        assertThat(text(err)).contains("1 health check", "2 secrets and sign-ins", "Northfield stays.");
        assertThat(run("integrations", "remove", "Northfield", "--yes")).isZero();
        run("integrations", "list", "--json");
        assertThat(json().path("integrations")).isEmpty();
        assertThat(run("integrations", "show", "Northfield")).isEqualTo(4);
    }

    @Test
    void aDeviceCodeIsShownAndWaitedFor() {
        tenant.signIn().pollInterval(java.time.Duration.ofMillis(50));
        tenant.signIn().approveDeviceCodes("ruth.okafor@northfield.example", 1);
        assertThat(add("--tenant", "northfield.example", "--client-id", tenant.apps().lectern().appId(), "--sign-in", "device-code")).isZero();
        assertThat(text(err)).contains("and enter the code");
        assertThat(run("integrations", "check")).isZero();
        assertThat(text(out)).contains("Signed in as ruth.okafor@northfield.example.", "OnlineMeetings.ReadWrite is granted and works.");
    }

    @Test
    void theUsualVariablesStandInForOptions() throws Exception {
        environment.putAll(Map.of("MICROSOFT_TENANT_ID", tenant.tenantId(), "MICROSOFT_CLIENT_ID", tenant.apps().lectern().appId(),
                "MICROSOFT_CLIENT_SECRET", tenant.apps().lectern().secret(), "TEAMS_ORGANIZER_EMAIL", "ruth.okafor@northfield.example"));
        assertThat(add("--json")).isZero();
        assertThat(json().path("serviceAccount").asText()).isEqualTo("ruth.okafor@northfield.example");
        environment.remove("MICROSOFT_TENANT_ID");
        assertThat(add()).isEqualTo(2);
        assertThat(text(err)).contains("--tenant, or in the variable MICROSOFT_TENANT_ID");
    }

    @Test
    void ownerNameRoleAndUseAreChanged() throws Exception {
        addNorthfield("--name", "Northfield");
        assertThat(run("integrations", "edit", "1", "--name", "College", "--owner", "ruth.okafor@northfield.example", "--role", "support",
                "--active", "false", "--json")).isZero();
        assertThat(json().path("name").asText()).isEqualTo("College");
        assertThat(json().path("role").asText()).isEqualTo("support");
        assertThat(json().path("active").asBoolean()).isFalse();
        assertThat(run("integrations", "edit", "1", "--owner", "nobody@northfield.example", "--verify")).isEqualTo(4);
        assertThat(text(err)).contains("nobody@northfield.example is not in the tenant");
        assertThat(run("integrations", "show", "1", "--json")).isZero();
        assertThat(json().path("owner").asText()).as("nothing is changed").isEqualTo("ruth.okafor@northfield.example");
        assertThat(run("integrations", "edit", "1", "--owner", "nobody")).isEqualTo(2);
        assertThat(text(err)).contains("Owner cannot be used.");
    }

    @Test
    void whatAnIntegrationIsForIsShownChangedAndJudged() throws Exception {
        addNorthfield("--name", "Northfield", "--for", "get-transcripts,create-meetings");
        assertThat(run("integrations", "show", "1", "--json")).isZero();
        assertThat(json().path("for").toString()).isEqualTo("[\"create-meetings\",\"get-transcripts\"]");
        assertThat(run("integrations", "show", "1")).isZero();
        assertThat(text(out)).contains("Create meetings, Get transcripts");
        assertThat(run("integrations", "edit", "1", "--for", "read-attendance", "--json")).isZero();
        assertThat(json().path("for").toString()).isEqualTo("[\"read-attendance\"]");

        run("integrations", "check", "1", "--json");
        var report = json().path("reports").get(0);
        assertThat(report.path("results").findValuesAsText("of")).doesNotContain("OnlineMeetingTranscript.Read.All", "CallRecords.Read.All");
        assertThat(report.path("granted")).isEqualTo(report.path("needed"));
        report.path("jobs").forEach(job -> assertThat(job.path("chosen").asBoolean()).as(job.path("job").asText())
                .isEqualTo(job.path("job").asText().equals("read-attendance")));
        run("integrations", "check", "1");
        assertThat(text(out)).contains("Not chosen").doesNotContain("CallRecords.Read.All");
        assertThat(run("integrations", "pack", "1")).isZero();
        assertThat(text(out)).doesNotContain("CallRecords.Read.All", "OnlineMeetings.ReadWrite.All");

        assertThat(run("recordings", "sync")).isEqualTo(3);
        assertThat(text(err)).contains("is not for this, so Microsoft was not asked");
        assertThat(run("integrations", "edit", "1", "--for", "all", "--json")).isZero();
        assertThat(json().path("for").toString()).isEqualTo("[\"all\"]");
        assertThat(run("integrations", "edit", "1", "--for", "cooking")).isEqualTo(2);
        assertThat(text(err)).contains("none of the jobs");
    }

    @Test
    void theLinesThatRegisterAnAppNeedNoIntegration() {
        assertThat(run("integrations", "new-app", "--tenant", "northfield.example")).isZero();
        assertThat(text(out)).contains("New-MgApplication", "'northfield.example'", "-KeyCredentials");
        assertThat(run("integrations", "new-app", "--tenant", "northfield.example", "--for", "read-only,watch-expiry")).isZero();
        assertThat(text(out)).contains("# Calendars.Read\n", "# Application.Read.All").doesNotContain("# Calendars.ReadWrite", "# OnlineMeetings.ReadWrite");
        assertThat(run("integrations", "new-app", "--tenant", "northfield.example", "--for", "cooking")).isEqualTo(2);
        assertThat(text(err)).contains("new-app --help");
        assertThat(run("integrations", "new-app")).isEqualTo(2);
        assertThat(text(err)).contains("MICROSOFT_TENANT_ID");
    }

    @Test
    void thePackTheTestMeetingAndTheWaitingListAnswerOnTheCommandLine() throws IOException {
        add("--tenant", "northfield.example", "--client-id", tenant.apps().lectern().appId(), "--client-secret-env", "APP_SECRET",
                "--service-account", "lms-teams-service@northfield.example", "--name", "Northfield");

        assertThat(run("integrations", "pack", "Northfield")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(tenant.apps().lectern().appId(), "OnlineMeetingTranscript.Read.All");
        assertThat(run("integrations", "pack", "Northfield", "--for", "check-accounts")).isZero();
        assertThat(text(out)).doesNotContain("OnlineMeetingTranscript.Read.All");
        assertThat(run("integrations", "pack", "Northfield", "--to", folder.resolve("pack.html").toString())).isZero();
        assertThat(Files.readString(folder.resolve("pack.html"))).contains("<html");

        assertThat(run("integrations", "test-meeting", "Northfield", "--json")).isZero();
        assertThat(json().path("join_link").asText()).startsWith("https://teams.microsoft.com/");
        assertThat(run("integrations", "test-meeting", "Northfield", "--organizer", "k.lindqvist@northfield.example")).isNotZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("k.lindqvist@northfield.example");

        assertThat(run("integrations", "pack", "Northfield", "--everyone")).isEqualTo(1);
        assertThat(text(out)).doesNotContain("-Global");
        assertThat(run("integrations", "pack", "Northfield", "--everyone", "--yes")).isZero();
        assertThat(text(out)).contains("-PolicyName 'Lectern' -Global");
        assertThat(run("integrations", "recording-policy", "Northfield")).isZero();
        assertThat(text(out)).contains("lms-teams-service@northfield.example", "AllowCloudRecording");
        var reply = Files.writeString(folder.resolve("reply.txt"), "AllowCloudRecording : False");
        assertThat(run("integrations", "recording-policy", "Northfield", "--judge", reply.toString())).isEqualTo(1);
        assertThat(text(out)).contains("does not allow recording");

        assertThat(run("integrations", "upkeep", "Northfield", "--json")).isZero();
        assertThat(json().path("upkeep")).hasSize(3);
        assertThat(run("integrations", "upkeep", "--done", "usage")).isEqualTo(2);
        assertThat(run("integrations", "upkeep", "Northfield", "--done", "usage")).isZero();
        assertThat(text(out)).contains("Look at the use", "Go through the permissions");

        run("integrations", "waiting", "Northfield", "--json");
        assertThat(json().path("waiting").isArray()).isTrue();

        assertThat(run("integrations", "waiting", "Northfield", "--add", "mailbox=k.lindqvist@northfield.example", "--json")).isEqualTo(1);
        assertThat(json().path("waiting").path(0).path("subject").asText()).isEqualTo("k.lindqvist@northfield.example");
        assertThat(run("integrations", "waiting", "Northfield", "--stop", "consent=Files.Read.All")).isEqualTo(2);
        assertThat(run("integrations", "waiting", "--stop", "mailbox=k.lindqvist@northfield.example")).isEqualTo(2);
        assertThat(run("integrations", "waiting", "Northfield", "--stop", "mailbox=k.lindqvist@northfield.example")).isZero();
    }
}
