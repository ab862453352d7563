package app.lectern.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.cli.CommandTree;
import app.lectern.cli.GlobalOptions;
import app.lectern.cli.Offered;
import app.lectern.cli.Output;
import app.lectern.cli.Terminal;
import app.lectern.integrations.Integration;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Northfield northfield;
    private Integration integration;

    @BeforeEach
    void open() {
        northfield = new Northfield(folder);
        integration = northfield.integration(northfield.tenant.apps().complete(), Northfield.OYELARAN, Northfield.SERVICE);
    }

    @AfterEach
    void close() {
        northfield.close();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var options = new GlobalOptions();
        var terminal = Terminal.captured(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        var output = new Output(terminal, options, northfield.words);
        var command = new AccountsCommand(() -> new AccountsCommand.Parts(
                northfield.verifier, northfield.organisers, northfield.leavers, integration), output);
        return new CommandTree(options, terminal, northfield.words, output, "1.0", List.of(Offered.made(command))).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out());
    }

    @Test
    void checkPrintsEachAccountWithItsChecksAndEndsWell() {
        assertThat(run("accounts", "check", Northfield.MARTA, Northfield.SERVICE)).isZero();
        assertThat(out()).contains("marta.kowalska@northfield.example").contains("Ready").contains("Access policy")
                .contains("2 checked: 2 ready, 0 with limits, 0 cannot organise, 0 not known");
    }

    @Test
    void checkEndsWithOneWhereAnyAccountFailsAndSaysWhy() {
        assertThat(run("accounts", "check", Northfield.MARTA, "j.whitfield@northfield.example")).isEqualTo(1);
        assertThat(out()).contains("signing in is switched off").contains("run the leaver check first");
    }

    @Test
    void limitsAreNoFailureAndTheCommandThatMendsThemIsPrinted() {
        assertThat(run("accounts", "check", "y.tanaka@northfield.example")).isZero();
        assertThat(out()).contains("Policy missing").contains("Grant-CsApplicationAccessPolicy").contains(northfield.id("y.tanaka")).contains("→ 403");
    }

    @Test
    void addressesComeFromAFileToo() throws Exception {
        var file = folder.resolve("staff.csv");
        Files.writeString(file, "name,email\nMarta," + Northfield.MARTA + "\nMarta again," + Northfield.MARTA + "\n");
        assertThat(run("accounts", "check", "--file", file.toString(), "--json", Northfield.SERVICE)).isZero();
        assertThat(json().path("accounts")).hasSize(2);
    }

    @Test
    void jsonHoldsVerdictReasonsAndEvidence() throws Exception {
        assertThat(run("accounts", "check", Northfield.LINDQVIST, "--json")).isZero();
        var account = json().path("accounts").get(0);
        assertThat(account.path("verdict").asText()).isEqualTo("with-limits");
        assertThat(account.path("because").get(0).asText()).isEqualTo("mailbox-without-licence");
        assertThat(account.path("objectId").asText()).isEqualTo(northfield.id("k.lindqvist"));
        var mailbox = account.path("checks").get(Check.MAILBOX.ordinal());
        assertThat(mailbox.path("outcome").asText()).isEqualTo("fails");
        assertThat(mailbox.path("asked").path("status").asInt()).isEqualTo(404);
        assertThat(mailbox.path("next").asText()).isNotEmpty();
    }

    @Test
    void nothingToCheckIsAUsageError() {
        assertThat(run("accounts", "check")).isEqualTo(2);
        assertThat(run("accounts", "check", "--file", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.csv");
    }

    @Test
    void csvIsReadyForSpreadsheets() {
        run("accounts", "check", "--csv", Northfield.MARTA);
        assertThat(out()).startsWith("\uFEFFE-mail,Name,Object id").contains(Northfield.MARTA + ",Marta Kowalska," + northfield.id("marta.kowalska") + ",Ready");
    }

    @Test
    void resolveShowsWhoWinsAndWhyTheOthersDoNot() throws Exception {
        assertThat(run("accounts", "resolve", "--as", "hi@nexlearn.example")).isZero();
        assertThat(out()).contains("Signed-in user").contains("Other tenant").contains("No mailbox").contains("Wins");
        assertThat(run("accounts", "resolve", "--json")).isZero();
        assertThat(json().path("organiser").asText()).isEqualTo(Northfield.SERVICE);
        assertThat(json().path("tried").get(1).path("reason").asText()).isEqualTo("mailbox-without-licence");
    }

    @Test
    void resolveEndsWithOneWhereNobodyCanOrganise() {
        integration = northfield.integration(northfield.tenant.apps().complete(), Northfield.OYELARAN, "");
        assertThat(run("accounts", "resolve")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Nobody can organise new meetings.");
    }

    @Test
    void leaverTellsWhatIsLostAndHandsOverOnlyWhenAgreed() throws Exception {
        assertThat(run("accounts", "leaver", Northfield.MARTA)).isZero();
        assertThat(out()).contains("to come").contains("in OneDrive");
        assertThat(run("accounts", "leaver", Northfield.MARTA, "--move-to", Northfield.SERVICE)).isEqualTo(1);
        assertThat(northfield.tenant.requests().count("POST", "/events")).isZero();
        assertThat(run("accounts", "leaver", Northfield.MARTA, "--move-to", Northfield.SERVICE, "--yes", "--json")).as(out()).isZero();
        assertThat(json().path("moved")).isNotEmpty().hasSameSizeAs(json().path("meetings"));
    }

    @Test
    void pastResultsAreListedAndCleared() {
        run("accounts", "check", Northfield.MARTA);
        assertThat(run("accounts", "known")).isZero();
        assertThat(out()).contains(Northfield.MARTA);
        assertThat(run("accounts", "forget")).isZero();
        assertThat(out()).contains("1 results cleared");
        run("accounts", "known");
        assertThat(out()).doesNotContain(Northfield.MARTA);
    }
}
