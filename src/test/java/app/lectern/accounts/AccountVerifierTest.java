package app.lectern.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.demo.school.MailboxState;
import app.lectern.integrations.Integration;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountVerifierTest {
    @TempDir
    Path folder;

    private Northfield northfield;
    private Integration integration;

    @BeforeEach
    void open() {
        northfield = new Northfield(folder);
        integration = northfield.integration();
    }

    @AfterEach
    void close() {
        northfield.close();
    }

    private AccountReport check(String name) throws InterruptedException {
        return northfield.check(integration, name.contains("@") ? name : name + "@northfield.example");
    }

    private static AccountReason reason(AccountReport report, Check check) {
        return report.finding(check).orElseThrow().reason();
    }

    @Test
    void anAccountThatHasEverythingCanOrganise() throws Exception {
        var report = check(Northfield.MARTA);
        assertThat(report.verdict()).isEqualTo(new Verdict(Verdict.Kind.CAN_ORGANISE, List.of()));
        assertThat(report.isComplete()).isTrue();
        assertThat(report.findings()).extracting(Finding::reason).containsExactly(
                AccountReason.ADDRESS_FITS, AccountReason.FOUND_BY_NAME, AccountReason.SIGN_IN_ALLOWED, AccountReason.MEMBER,
                AccountReason.MAILBOX_READY, AccountReason.PLAN_READY, AccountReason.PLAN_READY, AccountReason.PLAN_READY,
                AccountReason.DRIVE_READY, AccountReason.POLICY_GRANTED, AccountReason.TIME_ZONE_KNOWN);
        assertThat(report.timeZone()).isEqualTo("GMT Standard Time");
        assertThat(report.objectId()).isEqualTo(northfield.id("marta.kowalska"));
        assertThat(report.finding(Check.TEAMS_PLAN).orElseThrow().facts()).containsEntry("plan", "TEAMS1").containsEntry("licence", "M365EDU_A3_FACULTY");
        assertThat(Long.parseLong(report.finding(Check.DRIVE).orElseThrow().fact("total"))).isPositive();
    }

    @Test
    void findingsCarryTheRequestAndWhatItWasAnswered() throws Exception {
        var report = check("k.lindqvist");
        var asked = report.finding(Check.MAILBOX).orElseThrow().asked();
        assertThat(asked.request()).isEqualTo("GET /users/k.lindqvist@northfield.example/mailboxSettings");
        assertThat(asked.status()).isEqualTo(404);
        assertThat(asked.code()).isEqualTo("MailboxNotEnabledForRESTAPI");
        assertThat(asked.requestId()).isNotEmpty();
        assertThat(report.finding(Check.ENABLED).orElseThrow().asked().status()).isEqualTo(200);
    }

    @Test
    void anAccountIsFoundByMailAndByAliasAndItsObjectIdIsKept() throws Exception {
        var alias = check("marta.kowalska@northfieldacademy.onmicrosoft.com");
        assertThat(reason(alias, Check.EXISTS)).isEqualTo(AccountReason.FOUND_BY_ALIAS);
        assertThat(alias.objectId()).isEqualTo(northfield.id("marta.kowalska"));
        assertThat(alias.verdict().kind()).isEqualTo(Verdict.Kind.CAN_ORGANISE);
        northfield.tenant.school().control().addUser("Mara", "Mail", "mara.new");
        northfield.tenant.school().control().renameMail("mara.new@northfield.example", "mara.mail@northfield.example");
        assertThat(reason(check("mara.mail"), Check.EXISTS)).isEqualTo(AccountReason.FOUND_BY_MAIL);
    }

    @Test
    void twoAccountsWithTheSameMailAreNotGuessedBetween() throws Exception {
        var control = northfield.tenant.school().control();
        for (var name : List.of("twin.one", "twin.two")) {
            control.addUser("Twin", name, name);
            control.renameMail(name + "@northfield.example", "twins@northfield.example");
        }
        var report = check("twins");
        assertThat(reason(report, Check.EXISTS)).isEqualTo(AccountReason.AMBIGUOUS);
        assertThat(report.verdict().kind()).isEqualTo(Verdict.Kind.CANNOT);
    }

    @Test
    void nobodyOfThatNameIsNotFoundAndNothingMoreIsAsked() throws Exception {
        var report = check("nobody.here");
        assertThat(report.verdict()).isEqualTo(new Verdict(Verdict.Kind.CANNOT, List.of(AccountReason.NOT_FOUND)));
        assertThat(reason(report, Check.MAILBOX)).isEqualTo(AccountReason.NOT_ASKED);
        assertThat(northfield.tenant.requests().matching("GET", "mailboxSettings")).isEmpty();
    }

    @Test
    void malformedConsumerAndForeignAddressesAreRefusedBeforeAsking() throws Exception {
        var reasons = new TreeMap<String, AccountReason>();
        northfield.verifier.check(integration, List.of("not an address", "ruth@gmail.com", "hi@nexlearn.example", "x@@y.example"),
                report -> reasons.put(report.address(), reason(report, Check.ADDRESS)), Progress.NONE);
        assertThat(reasons).containsExactlyInAnyOrderEntriesOf(Map.of(
                "not an address", AccountReason.ADDRESS_MALFORMED, "x@@y.example", AccountReason.ADDRESS_MALFORMED,
                "ruth@gmail.com", AccountReason.ADDRESS_CONSUMER, "hi@nexlearn.example", AccountReason.ADDRESS_FOREIGN));
        assertThat(northfield.roundTrips()).extracting(entry -> entry.path()).containsOnly("/v1.0/organization");
        assertThat(check("hi@nexlearn.example").finding(Check.ADDRESS).orElseThrow().facts())
                .containsEntry("tenant", "Northfield College").containsEntry("domain", "nexlearn.example");
    }

    @Test
    void aDisabledAccountCannotOrganiseAlthoughEverythingElsePasses() throws Exception {
        var report = check("j.whitfield");
        assertThat(report.verdict()).isEqualTo(new Verdict(Verdict.Kind.CANNOT, List.of(AccountReason.DISABLED)));
        assertThat(reason(report, Check.MAILBOX)).isEqualTo(AccountReason.MAILBOX_READY);
    }

    @Test
    void aGuestCannotOrganiseAndIsNotAskedFurther() throws Exception {
        var report = check("lena.berger_tidewater.example#EXT#@northfieldacademy.onmicrosoft.com");
        assertThat(report.verdict()).isEqualTo(new Verdict(Verdict.Kind.CANNOT, List.of(AccountReason.GUEST)));
        assertThat(reason(report, Check.DRIVE)).isEqualTo(AccountReason.NOT_ASKED);
    }

    @Test
    void withoutExchangeTheAccountCanMakeLinksOnly() throws Exception {
        var report = check("k.lindqvist");
        assertThat(report.verdict()).isEqualTo(new Verdict(Verdict.Kind.WITH_LIMITS, List.of(AccountReason.MAILBOX_WITHOUT_LICENCE)));
        assertThat(reason(report, Check.EXCHANGE_PLAN)).isEqualTo(AccountReason.PLAN_OFF);
        assertThat(report.hasMailbox()).isFalse();
    }

    @Test
    void anAccountWithoutAnyLicenceCannotOrganise() throws Exception {
        var report = check("m.oyelaran");
        assertThat(report.verdict().kind()).isEqualTo(Verdict.Kind.CANNOT);
        assertThat(report.verdict().because()).contains(AccountReason.PLAN_NONE);
        assertThat(reason(report, Check.MAILBOX)).isEqualTo(AccountReason.MAILBOX_WITHOUT_LICENCE);
        assertThat(reason(report, Check.DRIVE)).isEqualTo(AccountReason.DRIVE_WITHOUT_LICENCE);
        assertThat(reason(report, Check.ACCESS_POLICY)).isEqualTo(AccountReason.POLICY_WITHOUT_TEAMS);
    }

    @Test
    void withoutTeamsTheAccountCannotOrganise() throws Exception {
        var report = check("tomasz.nowak");
        assertThat(report.verdict()).isEqualTo(new Verdict(Verdict.Kind.CANNOT, List.of(AccountReason.PLAN_OFF)));
        assertThat(reason(report, Check.TEAMS_PLAN)).isEqualTo(AccountReason.PLAN_OFF);
    }

    @Test
    void aLicenceOnItsWayIsToldApartFromNone() throws Exception {
        var report = check("priya.raman");
        assertThat(report.verdict().kind()).isEqualTo(Verdict.Kind.CANNOT);
        assertThat(report.verdict().isMatterOfTime()).isTrue();
        assertThat(reason(report, Check.MAILBOX)).isEqualTo(AccountReason.MAILBOX_PREPARING);
        assertThat(reason(report, Check.TEAMS_PLAN)).isEqualTo(AccountReason.PLAN_PENDING);
        assertThat(reason(report, Check.DRIVE)).isEqualTo(AccountReason.DRIVE_PREPARING);

        northfield.tenant.school().control().assignLicence("m.oyelaran@northfield.example", Duration.ofMinutes(6));
        var assigned = check("m.oyelaran");
        assertThat(assigned.verdict().isMatterOfTime()).isTrue();
        northfield.clock.advance(Duration.ofMinutes(10));
        assertThat(check("m.oyelaran").verdict().kind()).isEqualTo(Verdict.Kind.CAN_ORGANISE);
    }

    @Test
    void aMailboxOnPremisesIsToldApart() throws Exception {
        var report = check("helen.marsh");
        assertThat(reason(report, Check.MAILBOX)).isEqualTo(AccountReason.MAILBOX_ON_PREMISES);
        assertThat(report.verdict()).isEqualTo(new Verdict(Verdict.Kind.WITH_LIMITS, List.of(AccountReason.MAILBOX_ON_PREMISES)));
    }

    @Test
    void aMailboxThatIsGoneDespiteItsLicenceIsToldApart() throws Exception {
        northfield.tenant.school().control().mailbox(Northfield.MARTA, MailboxState.NONE);
        assertThat(reason(check(Northfield.MARTA), Check.MAILBOX)).isEqualTo(AccountReason.MAILBOX_GONE);
    }

    @Test
    void sharedMailboxesAreToldApartAndWarnedAbout() throws Exception {
        northfield.tenant.school().control().mailbox(Northfield.MARTA, MailboxState.SHARED);
        var licensed = check(Northfield.MARTA);
        assertThat(licensed.verdict()).isEqualTo(new Verdict(Verdict.Kind.WITH_LIMITS, List.of(AccountReason.MAILBOX_SHARED)));
        var office = check("office");
        assertThat(reason(office, Check.MAILBOX)).isEqualTo(AccountReason.MAILBOX_SHARED);
        assertThat(reason(office, Check.EXCHANGE_PLAN)).isEqualTo(AccountReason.PLAN_NOT_NEEDED);
        assertThat(office.verdict().because()).contains(AccountReason.DISABLED, AccountReason.PLAN_NONE);
    }

    @Test
    void aPolicyOfOnesOwnThatLacksTheAppShadowsTheGlobalOne() throws Exception {
        var report = check("y.tanaka");
        assertThat(report.verdict()).isEqualTo(new Verdict(Verdict.Kind.WITH_LIMITS, List.of(AccountReason.POLICY_MISSING)));
        var finding = report.finding(Check.ACCESS_POLICY).orElseThrow();
        assertThat(finding.asked().status()).isEqualTo(403);
        assertThat(finding.facts()).containsEntry("app", northfield.tenant.apps().complete().appId())
                .containsEntry("account", northfield.id("y.tanaka"));
    }

    @Test
    void aMailboxThatExchangeKeepsTheAppOutOfIsToldApart() throws Exception {
        northfield.tenant.rules().closeMailbox(northfield.id("marta.kowalska"), northfield.tenant.apps().complete().appId());
        assertThat(reason(check(Northfield.MARTA), Check.MAILBOX)).isEqualTo(AccountReason.MAILBOX_BLOCKED);
    }

    @Test
    void drivesThatAreMissingNearlyFullAndFullAreToldApart() throws Exception {
        assertThat(check("oliver.grant").verdict())
                .isEqualTo(new Verdict(Verdict.Kind.WITH_LIMITS, List.of(AccountReason.DRIVE_NEVER_OPENED)));
        var control = northfield.tenant.school().control();
        control.leaveFree(Northfield.MARTA, 40L << 30);
        var nearly = check(Northfield.MARTA);
        assertThat(reason(nearly, Check.DRIVE)).isEqualTo(AccountReason.DRIVE_NEARLY_FULL);
        assertThat(nearly.verdict().kind()).isEqualTo(Verdict.Kind.CAN_ORGANISE);
        control.leaveFree(Northfield.MARTA, 0);
        assertThat(check(Northfield.MARTA).verdict())
                .isEqualTo(new Verdict(Verdict.Kind.WITH_LIMITS, List.of(AccountReason.DRIVE_FULL)));
    }

    @Test
    void aFailedSignInIsAProblemOfTheWholeCheckAndNotOfTheAccounts() {
        var lapsed = northfield.integration(northfield.tenant.apps().lapsed(), "", "");
        assertThatThrownBy(() -> northfield.check(lapsed, Northfield.MARTA))
                .isInstanceOfSatisfying(ProblemException.class, failure ->
                        assertThat(failure.problem().code()).isEqualTo(Problem.Code.SECRET_EXPIRED));
    }

    @Test
    void anAppWithoutConsentIsAProblemOfTheWholeCheck() {
        var bare = northfield.integration(northfield.tenant.apps().bare(), "", "");
        assertThatThrownBy(() -> northfield.check(bare, Northfield.MARTA))
                .isInstanceOfSatisfying(ProblemException.class, failure ->
                        assertThat(failure.problem().code()).isEqualTo(Problem.Code.CONSENT_MISSING));
    }

    @Test
    void aMissingPermissionIsUnknownAndNeverReady() throws Exception {
        northfield.tenant.faults().graph("GET", "/users/*/drive").always()
                .with(Fault.of(GraphRefusals.missingPermission(GraphService.FILES)));
        var report = check(Northfield.MARTA);
        assertThat(report.verdict()).isEqualTo(new Verdict(Verdict.Kind.UNKNOWN, List.of(AccountReason.PERMISSION_MISSING)));
        var finding = report.finding(Check.DRIVE).orElseThrow();
        assertThat(finding.facts()).containsEntry("permission", "Files.Read.All");
        assertThat(finding.asked().status()).isEqualTo(403);
    }

    @Test
    void whereMailboxSettingsMayNotBeReadTheCalendarShowsTheMailbox() throws Exception {
        northfield.tenant.faults().graph("GET", "/users/*/mailboxSettings").always()
                .with(Fault.of(GraphRefusals.missingPermission(GraphService.EXCHANGE)));
        var report = check(Northfield.MARTA);
        assertThat(report.verdict().kind()).isEqualTo(Verdict.Kind.CAN_ORGANISE);
        assertThat(report.finding(Check.MAILBOX).orElseThrow().asked().request()).endsWith("/calendar");
        assertThat(reason(report, Check.TIME_ZONE)).isEqualTo(AccountReason.TIME_ZONE_UNSET);
        northfield.tenant.requests().clear();
        check("daniel.osei");
        assertThat(northfield.tenant.requests().matching("GET", "mailboxSettings")).isEmpty();
    }

    @Test
    void whereLicencesMayNotBeReadTheDirectorysPlansCount() throws Exception {
        northfield.tenant.faults().graph("GET", "/users/*/licenseDetails").always()
                .with(Fault.of(GraphRefusals.missingPermission(GraphService.DIRECTORY)));
        assertThat(reason(check(Northfield.MARTA), Check.TEAMS_PLAN)).isEqualTo(AccountReason.PLAN_ASSIGNED);
        assertThat(reason(check("tomasz.nowak"), Check.TEAMS_PLAN)).isEqualTo(AccountReason.PLAN_OFF);
    }

    @Test
    void aFaultOnMicrosoftsSideIsUnknownAndSaysWhich() throws Exception {
        northfield.tenant.faults().graph("GET", "/users/*/licenseDetails").always().with(Fault.serverError(500));
        northfield.tenant.faults().graph("GET", "/users/*/onlineMeetings").always().with(Fault.serverError(502));
        var report = check(Northfield.MARTA);
        assertThat(report.verdict().kind()).isEqualTo(Verdict.Kind.UNKNOWN);
        assertThat(report.finding(Check.ACCESS_POLICY).orElseThrow().fact(Finding.PROBLEM)).isEqualTo("SERVICE_DOWN");
    }

    @Test
    void aSignedInPersonNeedsNoAccessPolicy() throws Exception {
        northfield.tenant.rules().withdrawGlobalAccessPolicy(northfield.tenant.apps().complete().appId());
        var report = northfield.check(northfield.signedIn(Northfield.MARTA, "", ""), Northfield.MARTA);
        assertThat(reason(report, Check.ACCESS_POLICY)).isEqualTo(AccountReason.POLICY_NOT_NEEDED);
        assertThat(report.verdict().kind()).isEqualTo(Verdict.Kind.CAN_ORGANISE);
    }

    @Test
    void pastResultsAreKeptWithTheirTimeAndBecomeStale() throws Exception {
        var report = check("k.lindqvist");
        var kept = northfield.verifier.known(integration, "K.Lindqvist@Northfield.example").orElseThrow();
        assertThat(kept.findings()).isEqualTo(report.findings());
        assertThat(kept.verdict()).isEqualTo(report.verdict());
        assertThat(kept.displayName()).isEqualTo("Karin Lindqvist");
        assertThat(Duration.between(kept.checkedAt(), report.checkedAt())).isLessThan(Duration.ofMillis(1));
        assertThat(kept.isStale(northfield.clock.instant())).isFalse();
        assertThat(kept.isStale(northfield.clock.instant().plus(Duration.ofHours(25)))).isTrue();
        check("k.lindqvist");
        assertThat(northfield.verifier.known(integration)).hasSize(1);
        assertThat(northfield.verifier.forget(integration)).isEqualTo(1);
        assertThat(northfield.verifier.known(integration)).isEmpty();
    }

    @Test
    void resultsGoWithTheirIntegration() throws Exception {
        check("k.lindqvist");
        northfield.integrations.remove(integration);
        assertThat(northfield.verifier.known(integration)).isEmpty();
    }

    @Test
    void theDirectoryIsSearchedByNameAndMail() {
        assertThat(northfield.verifier.search(integration, "kow")).extracting(Account::displayName).containsExactly("Marta Kowalska");
        assertThat(northfield.verifier.search(integration, "d.os")).isEmpty();
        assertThat(northfield.verifier.search(integration, "daniel.o")).extracting(Account::userPrincipalName)
                .containsExactly("daniel.osei@northfield.example");
        assertThat(northfield.verifier.search(integration, "k")).isEmpty();
    }

    @Test
    void addressesWithApostrophesAreLookedUpAsTheyAre() throws Exception {
        northfield.tenant.school().control().addUser("Sean", "O'Neil", "sean.o'neil");
        assertThat(reason(check("sean.o'neil"), Check.EXISTS)).isEqualTo(AccountReason.FOUND_BY_NAME);
        assertThat(Set.of(Verdict.Kind.CANNOT)).contains(check("sean.o'neil").verdict().kind());
    }

    @Test
    void theObstacleIsOneProblemOrNone() {
        var verifier = northfield.verifier;
        assertThat(verifier.obstacle(integration, Northfield.MARTA)).isEmpty();
        assertThat(verifier.obstacle(integration, "y.tanaka@northfield.example")).isEmpty();
        assertThat(verifier.obstacle(integration, "nobody@northfield.example")).map(Problem::code).contains(Problem.Code.USER_UNKNOWN);
        assertThat(verifier.obstacle(integration, Northfield.LINDQVIST)).map(Problem::code).contains(Problem.Code.MAILBOX_MISSING);
        assertThat(verifier.obstacle(integration, "j.whitfield@northfield.example")).map(Problem::code).contains(Problem.Code.ACCOUNT_REFUSED);
        assertThat(verifier.obstacle(integration, "tomasz.nowak@northfield.example")).map(Problem::code).contains(Problem.Code.TEAMS_MISSING);
        northfield.tenant.faults().graph("GET", "/users/*/mailboxSettings").always().with(Fault.serverError(500));
        assertThatThrownBy(() -> verifier.obstacle(integration, Northfield.MARTA)).isInstanceOfSatisfying(ProblemException.class,
                failure -> assertThat(failure.problem().code()).isEqualTo(Problem.Code.SERVICE_DOWN));
    }
}
