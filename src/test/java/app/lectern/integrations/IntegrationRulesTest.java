package app.lectern.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.store.ReadyStore;
import app.lectern.store.SecretStore;
import app.lectern.store.Store;
import app.lectern.vault.Keychain;
import app.lectern.vault.Secret;
import app.lectern.vault.Vault;
import app.lectern.words.Words;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each wrong input is told at its own field, in its own words, without a network.
class IntegrationRulesTest {
    @TempDir
    private Path folder;

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private final ProblemText text = new ProblemText(new Words(Locale.UK, ZoneOffset.UTC, clock));
    private Store store;
    private Integrations integrations;
    private IntegrationRules rules;

    @BeforeEach
    void open() {
        var home = ReadyStore.in(folder.resolve("home"));
        var vault = Vault.unlock(home, Map.of(), Keychain.none());
        store = Store.open(home, vault, clock);
        integrations = new Integrations(store, new SecretStore(store, vault, clock), clock);
        rules = new IntegrationRules(integrations, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Integration named(String name) {
        return new Integration(0, name, CloudKind.GLOBAL, "", "", "school.example", "4b8e21c7-0f3d-4a96-9d52-6c1e7aa0f318",
                SignInMethod.SECRET, "", "", true, Instant.EPOCH);
    }

    private String said(Optional<FieldFault> fault) {
        return fault.map(one -> text.what(one.problem()) + " " + text.why(one.problem())).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7d1f2c64-5e0b-4a7e-9b1e-3c52a8f0d941", " school.example ", "northfieldacademy.onmicrosoft.com", "schule.köln"})
    void aTenantIsAnIdOrADomain(String tenant) {
        assertThat(rules.tenant(tenant)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "7d1f2c64-5e0b-4a7e-9b1e-3c52a8f0d94 | Tenant cannot be used. A tenant id has 32 digits",
        "7d1f2c645e0b4a7e9b1e3c52a8f0d941 | A tenant id has 32 digits",
        "school | neither a tenant id nor a domain",
        "https://school.example | neither a tenant id nor a domain",
        "ruth@school.example | This is an e-mail address.",
        "'' | A tenant must be named for this sign-in.",
        "common | A tenant must be named for this sign-in.",
        "Organizations | A tenant must be named for this sign-in.",
        "consumers | belongs to personal accounts",
        "9188040d-6c67-4c5b-b112-36a304b66dad | belongs to personal accounts",
        "outlook.com | belongs to personal accounts",
        "hotmail.co.uk | belongs to personal accounts",
    })
    void aMalformedTenantIsTold(String tenant, String words) {
        assertThat(said(rules.tenant(tenant))).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | The client id is needed.",
        "4b8e21c7-0f3d-4a96-9d52-6c1e7aa0f31 | A client id has 32 digits",
        "Lectern | A client id has 32 digits",
        "7d1f2c64-5e0b-4a7e-9b1e-3c52a8f0d941 | This is the tenant id.",
    })
    void aMalformedClientIdIsTold(String id, String words) {
        assertThat(said(rules.clientId(id, "7d1f2c64-5e0b-4a7e-9b1e-3c52a8f0d941"))).contains("Client id cannot be used.", words);
    }

    @Test
    void theIdOfASecretIsToldApartFromItsValue() {
        assertThat(rules.secret(Secret.of("5f4dcc3b-5aa7-65d6-1d83-27deb882cf99")).orElseThrow().problem().code())
                .isEqualTo(Problem.Code.SECRET_ID_PASTED);
        assertThat(rules.secret(Secret.of("q1~8Q~demo-lectern-secret-0007919"))).isEmpty();
        assertThat(said(rules.secret(Secret.of("")))).contains("The secret’s value is needed.");
        assertThat(said(rules.secret(Secret.of("q1~*************")))).contains("only the beginning of a secret");
        assertThat(said(rules.secret(Secret.of("q1~8Q~demo lectern")))).contains("neither spaces nor line breaks");
        assertThat(said(rules.secretEnds(clock.instant()))).contains("This day is over already.");
    }

    @Test
    void onlyThisComputerMayBePlainAndNeverForSigningIn() {
        assertThat(rules.endpoint(Field.LOGIN_ENDPOINT, "https://localhost:8443/")).isEmpty();
        assertThat(rules.endpoint(Field.GRAPH_ENDPOINT, "http://127.0.0.1:8080/v1.0")).isEmpty();
        assertThat(rules.endpoint(Field.GRAPH_ENDPOINT, "http://[::1]:8080")).isEmpty();
        assertThat(said(rules.endpoint(Field.GRAPH_ENDPOINT, "http://graph.school.example"))).contains("must start with https://");
        assertThat(said(rules.endpoint(Field.LOGIN_ENDPOINT, "http://localhost:8080"))).contains("over https only, even on this computer");
        for (var malformed : new String[] {"", "graph.school.example", "ftp://x.example", "https://", "https://me@x.example", "https://a b"}) {
            assertThat(said(rules.endpoint(Field.GRAPH_ENDPOINT, malformed))).as(malformed).contains("Graph endpoint cannot be used.");
        }
    }

    @Test
    void personalAccountsAndMalformedAddressesAreRefused() {
        assertThat(rules.serviceAccount("lms@school.example")).isEmpty();
        assertThat(said(rules.serviceAccount("teacher@gmail.com"))).contains("This is a personal account.");
        assertThat(said(rules.serviceAccount("teacher@live.co.uk"))).contains("This is a personal account.");
        assertThat(said(rules.serviceAccount("lms"))).contains("This is not an e-mail address.");
        assertThat(rules.owner("")).isEmpty();
        assertThat(said(rules.owner("Hannah"))).contains("Owner cannot be used.");
    }

    @Test
    void aNameIsGivenOnceWhateverItsCase() {
        var first = integrations.add(named("School"));
        assertThat(said(rules.name(" school ", 0))).contains("Another integration has that name.");
        assertThat(rules.name("SCHOOL", first.id())).isEmpty();
        assertThat(said(rules.name(" ", 0))).contains("needs a name");
        assertThat(said(rules.name("x".repeat(201), 0))).contains("longer than 200");
    }

    @Test
    void aCertificateIsOpenedAndItsFaultsAreTold() throws Exception {
        var held = certificate(Duration.ofDays(100));
        var pem = held.certificatePem() + held.privateKeyPkcs8Pem();
        assertThat(rules.certificate(bytes(pem), Secret.of(""), "app.pem")).isEmpty();
        assertThat(rules.read(bytes(pem), Secret.of(""), "app.pem").ends()).isEqualTo(held.certificate().getNotAfter().toInstant());

        assertThat(fault(bytes(held.certificatePem()), "", "app.cer")).isEqualTo("CERTIFICATE CERTIFICATE_WITHOUT_KEY");
        assertThat(fault(bytes("hello"), "", "app.pfx")).isEqualTo("CERTIFICATE CERTIFICATE_UNREADABLE");
        assertThat(fault(pfx(held, "right"), "wrong", "app.pfx")).isEqualTo("CERTIFICATE_PASSWORD CERTIFICATE_PASSWORD_WRONG");
        assertThat(rules.certificate(pfx(held, "right"), Secret.of("right"), "app.pfx")).isEmpty();
        var old = certificate(Duration.ofDays(-1));
        assertThat(fault(bytes(old.certificatePem() + old.privateKeyPkcs8Pem()), "", "old.pem")).isEqualTo("CERTIFICATE CERTIFICATE_EXPIRED");
    }

    private String fault(byte[] content, String password, String file) {
        var fault = rules.certificate(content, Secret.of(password), file).orElseThrow();
        return fault.field() + " " + fault.problem().code();
    }

    private HeldCertificate certificate(Duration left) {
        var start = clock.instant().minus(Duration.ofDays(300)).toEpochMilli();
        return new HeldCertificate.Builder().rsa2048().commonName("Lectern").serialNumber(BigInteger.TWO)
                .validityInterval(start, clock.instant().plus(left).toEpochMilli()).build();
    }

    private static byte[] pfx(HeldCertificate held, String password) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("app", held.keyPair().getPrivate(), password.toCharArray(), new java.security.cert.Certificate[] {held.certificate()});
        var out = new java.io.ByteArrayOutputStream();
        keys.store(out, password.toCharArray());
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void everyFaultOfAnIntegrationIsFoundAtOnce() {
        var wrong = new Integration(0, "", CloudKind.CUSTOM, "http://login.example", "", "x", "y", SignInMethod.SECRET, "z", "w", true,
                Instant.EPOCH, WorkspaceRole.ADMIN, "not a certificate");
        assertThat(rules.check(wrong)).extracting(FieldFault::field).containsExactlyInAnyOrder(Field.NAME, Field.LOGIN_ENDPOINT,
                Field.GRAPH_ENDPOINT, Field.CA_FILE, Field.TENANT, Field.CLIENT_ID, Field.OWNER, Field.SERVICE_ACCOUNT);
        assertThat(rules.check(named("Right"))).isEmpty();
    }
}
