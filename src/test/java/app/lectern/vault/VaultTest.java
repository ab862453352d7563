package app.lectern.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lectern.home.Home;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    @TempDir
    Path folder;

    private Home home;
    private final RememberingKeychain keychain = new RememberingKeychain();

    @BeforeEach
    void newHome() {
        home = new Home(folder.resolve("home"));
    }

    private Vault unlock() {
        return Vault.unlock(home, Map.of(), keychain);
    }

    private void pretendThatThereIsAStore() throws IOException {
        Files.createDirectories(home.folder());
        Files.writeString(home.folder().resolve("lectern.mv.db"), "anything");
    }

    private static Problem problem(ThrowingCallable action) {
        var thrown = catchThrowableOfType(ProblemException.class, action);
        assertThat(thrown).as("a problem").isNotNull();
        return thrown.problem();
    }

    @Test
    void keepsItsKeyInTheKeychainAndNoFile() {
        var vault = unlock();
        assertThat(vault.place()).isEqualTo(new KeyPlace(KeyStorage.KEYCHAIN, "Test keychain"));
        assertThat(home.keyFile()).doesNotExist();
        assertThat(unlock().fingerprint()).isEqualTo(vault.fingerprint());
    }

    @Test
    void usesAnOwnerOnlyFileWhereThereIsNoKeychain() throws IOException {
        keychain.available = false;
        var vault = unlock();
        assertThat(vault.place()).isEqualTo(new KeyPlace(KeyStorage.KEY_FILE, home.keyFile().toString()));
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.keyFile()))).isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder()))).isEqualTo("rwx------");
        }
        assertThat(unlock().fingerprint()).isEqualTo(vault.fingerprint());
    }

    @Test
    void leavesTheKeychainAloneWhileAKeyFileIsInUse() {
        keychain.available = false;
        var vault = unlock();
        keychain.available = true;
        keychain.questions = 0;
        assertThat(unlock().fingerprint()).isEqualTo(vault.fingerprint());
        assertThat(keychain.questions).isZero();
    }

    @Test
    void usesAFileWhenTheKeychainTakesNothing() {
        keychain.takesNothing = true;
        assertThat(unlock().place().storage()).isEqualTo(KeyStorage.KEY_FILE);
    }

    @Test
    void eachFolderHasItsOwnEntryAndKeepsItWhenItMoves() throws IOException {
        var first = unlock();
        var second = Vault.unlock(new Home(folder.resolve("second")), Map.of(), keychain);
        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
        var moved = Files.move(home.folder(), folder.resolve("moved"));
        assertThat(Vault.unlock(new Home(moved), Map.of(), keychain).fingerprint()).isEqualTo(first.fingerprint());
    }

    @Test
    void theEnvironmentsKeyWinsAndIsNotSaved() throws IOException {
        var saved = unlock();
        var other = new MasterKey(new byte[32]);
        var environment = Map.of("LECTERN_KEY", new String(other.text().copyChars()));
        var vault = Vault.unlock(home, environment, keychain);
        assertThat(vault.place().storage()).isEqualTo(KeyStorage.ENVIRONMENT);
        assertThat(vault.fingerprint()).isNotEqualTo(saved.fingerprint());
        assertThat(unlock().fingerprint()).isEqualTo(saved.fingerprint());

        var elsewhere = new Home(folder.resolve("unattended"));
        Vault.unlock(elsewhere, Map.of("LECTERN_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="), keychain);
        assertThat(elsewhere.folder()).doesNotExist();
    }

    @Test
    void aMistypedKeyInTheEnvironmentIsRefused() {
        assertThat(problem(() -> Vault.unlock(home, Map.of("LECTERN_KEY", "secret-canary"), keychain)).toString())
                .contains("KEY_MALFORMED").doesNotContain("secret-canary");
    }

    @Test
    void aStoreWithoutKeyNeverGetsANewOne() throws IOException {
        pretendThatThereIsAStore();
        assertThat(problem(this::unlock).code()).isEqualTo(Problem.Code.STORE_KEY_MISSING);
        assertThat(home.keyFile()).doesNotExist();
        assertThat(keychain.size()).isZero();
    }

    @Test
    void aLockedOrAbsentKeychainThatHasTheKeyIsNamed() throws IOException {
        unlock();
        pretendThatThereIsAStore();
        keychain.locked = true;
        assertThat(problem(this::unlock).code()).isEqualTo(Problem.Code.KEYCHAIN_REFUSED);
        keychain.available = false;
        assertThat(problem(this::unlock).code()).isEqualTo(Problem.Code.KEYCHAIN_REFUSED);
        assertThat(home.keyFile()).doesNotExist();
    }

    @Test
    void aDamagedKeyFileIsReportedAndLeftAlone() throws IOException {
        keychain.available = false;
        unlock();
        var cut = Files.readString(home.keyFile()).substring(0, 30);
        Files.writeString(home.keyFile(), cut);
        assertThat(problem(this::unlock).code()).isEqualTo(Problem.Code.KEY_FILE_UNREADABLE);
        assertThat(home.keyFile()).hasContent(cut);
    }

    @Test
    void manyWhoStartAtOnceAgreeOnOneKey() throws Exception {
        for (boolean withKeychain : new boolean[] {true, false}) {
            keychain.available = withKeychain;
            var fresh = new Home(folder.resolve("fresh-" + withKeychain));
            Callable<String> start = () -> Vault.unlock(fresh, Map.of(), keychain).fingerprint();
            try (var threads = Executors.newFixedThreadPool(8)) {
                var found = threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> start).toList());
                var first = found.getFirst().get();
                for (var one : found) {
                    assertThat(one.get()).isEqualTo(first);
                }
            }
        }
    }

    @Test
    void sealsForOneSlotAndOneKeyOnly() {
        var vault = unlock();
        var sealed = vault.seal("a", "plain".getBytes());
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("plain");
        assertThat(vault.open("a", sealed)).isEqualTo("plain".getBytes());
        assertThat(vault.seal("a", "plain".getBytes())).isNotEqualTo(sealed);
        assertThat(problem(() -> vault.open("b", sealed)).code()).isEqualTo(Problem.Code.SECRET_UNREADABLE);
        for (int at = 0; at < sealed.length; at++) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(problem(() -> vault.open("a", changed)).code()).isEqualTo(Problem.Code.SECRET_UNREADABLE);
        }
        var other = Vault.unlock(new Home(folder.resolve("other")), Map.of(), keychain);
        assertThat(problem(() -> other.open("a", sealed)).code()).isEqualTo(Problem.Code.SECRET_UNREADABLE);
        assertThat(problem(() -> other.open("a", new byte[3])).code()).isEqualTo(Problem.Code.SECRET_UNREADABLE);
    }

    @Test
    void derivesADifferentPasswordForEachPurpose() {
        var vault = unlock();
        assertThat(vault.storePassword()).hasSize(64).isNotEqualTo(vault.storeUserPassword());
        assertThat(new String(vault.storePassword())).matches("[0-9a-f]{64}").doesNotContain(vault.fingerprint());
    }

    @Test
    void theRecoveryKeyBringsTheVaultBackInAnotherPlace() throws IOException {
        var vault = unlock();
        var written = vault.recoveryKey().text();
        Files.delete(home.folder().resolve("master.keychain"));
        pretendThatThereIsAStore();
        assertThat(problem(this::unlock).code()).isEqualTo(Problem.Code.STORE_KEY_MISSING);
        keychain.available = false;
        var imported = Vault.importKey(home, RecoveryKey.parse(written), keychain, proven -> assertThat(proven.fingerprint()).isEqualTo(vault.fingerprint()));
        assertThat(imported.place().storage()).isEqualTo(KeyStorage.KEY_FILE);
        assertThat(unlock().fingerprint()).isEqualTo(vault.fingerprint());
    }

    @Test
    void aKeyThatFailsItsProofReplacesNothing() {
        var vault = unlock();
        var stranger = MasterKey.random().recoveryKey();
        assertThat(problem(() -> Vault.importKey(home, stranger, keychain, proven -> {
            throw Problem.of(Problem.Code.STORE_KEY_WRONG).raise();
        })).code()).isEqualTo(Problem.Code.STORE_KEY_WRONG);
        assertThat(unlock().fingerprint()).isEqualTo(vault.fingerprint());
        assertThat(keychain.size()).isOne();
    }

    @Test
    void anImportedKeyTakesTheOldOnesPlace() {
        unlock();
        var other = MasterKey.random();
        Vault.importKey(home, other.recoveryKey(), keychain, proven -> {});
        assertThat(keychain.size()).isOne();
        assertThat(new String(unlock().recoveryKey().text().copyChars())).isEqualTo(new String(other.text().copyChars()));
    }

    @Test
    void saysNothingOfTheKeyAndPlainlyWhereItIs() {
        keychain.available = false;
        var vault = unlock();
        var recovery = vault.recoveryKey();
        assertThat(vault.toString() + recovery + recovery.masterKey()).isEqualTo("Vault[KEY_FILE]******");
        var words = new Words(Locale.ENGLISH, ZoneOffset.UTC, Clock.systemUTC());
        assertThat(vault.place().title(words)).isEqualTo("Key file (" + home.keyFile() + ")");
        for (var storage : KeyStorage.values()) {
            assertThat(new KeyPlace(storage, "").meaning(words)).endsWith(".");
        }
    }

    @Test
    void theSystemsKeychainAnswersOrIsAbsentWithoutANoise() {
        var printed = new java.io.ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new java.io.PrintStream(printed, true));
        try {
            var system = Keychain.ofSystem();
            assertThat(system.name().isEmpty()).isEqualTo(!system.available());
            assertThat(system.find("no-such-entry-of-lectern")).isEmpty();
        } catch (Keychain.KeychainRefused refused) {
            throw new AssertionError(refused);
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString()).isEmpty();
    }
}
