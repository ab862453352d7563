package app.lectern.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.home.Home;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.problems.Remedy;
import app.lectern.vault.Keychain;
import app.lectern.vault.RecoveryKey;
import app.lectern.vault.Secret;
import app.lectern.vault.Vault;
import app.lectern.words.Words;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreFaultsTest {
    @TempDir
    Path folder;

    private StoreFixture fixture;

    @BeforeEach
    void newHome() {
        fixture = new StoreFixture(folder);
    }

    private void fill() {
        try (var store = fixture.open()) {
            StoreDriver.makeTable(store);
            for (int i = 1; i <= 300; i++) {
                StoreDriver.add(store, i);
            }
        }
    }

    enum Damage {
        EMPTY {
            @Override
            byte[] to(byte[] good) {
                return new byte[0];
            }
        },
        HEADING {
            @Override
            byte[] to(byte[] good) {
                return noise(good, 0, 4096);
            }
        },
        BOTH_HEADERS {
            @Override
            byte[] to(byte[] good) {
                return noise(good, 4096, 3 * 4096);
            }
        },
        ALL_CONTENT {
            @Override
            byte[] to(byte[] good) {
                return noise(good, 3 * 4096, good.length);
            }
        },
        CUT_IN_HALF {
            @Override
            byte[] to(byte[] good) {
                return Arrays.copyOf(good, good.length / 2);
            }
        },
        ANOTHER_FILE {
            @Override
            byte[] to(byte[] good) {
                return "PK this is not a store".repeat(2000).getBytes();
            }
        };

        abstract byte[] to(byte[] good);

        private static byte[] noise(byte[] good, int from, int to) {
            var noise = new byte[to - from];
            new Random(7).nextBytes(noise);
            var bad = good.clone();
            System.arraycopy(noise, 0, bad, from, noise.length);
            return bad;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedStoreOffersItsNewestGoodBackupAndStaysAsItIs(Damage damage) throws IOException {
        fill();
        try (var store = fixture.open()) {
            store.backup();
        }
        Files.writeString(fixture.home.backups().resolve("lectern-20261122-000000-v001.mv.db"), "a later backup that is broken itself");
        var bad = damage.to(Files.readAllBytes(fixture.path()));
        Files.write(fixture.path(), bad);

        var problem = StoreFixture.problem(fixture::open);

        assertThat(problem.code()).isEqualTo(Problem.Code.STORE_DAMAGED);
        assertThat(problem.remedies()).containsExactly(new Remedy(Remedy.Kind.RESTORE_BACKUP, "lectern-20261121-093000-v001.mv.db"
                .replace("v001", String.format("v%03d", StoreFixture.real().newest()))));
        assertThat(text(problem)).contains("Restore the newest backup, from 21 November 2026, 09:30.");
        assertThat(Files.readAllBytes(fixture.path())).isEqualTo(bad);
    }

    @Test
    void aDamagedStoreWithoutBackupSaysSo() throws IOException {
        fill();
        Files.write(fixture.path(), Damage.BOTH_HEADERS.to(Files.readAllBytes(fixture.path())));
        var problem = StoreFixture.problem(fixture::open);
        assertThat(problem.code()).isEqualTo(Problem.Code.STORE_DAMAGED_WITHOUT_BACKUP);
        assertThat(problem.remedies()).isEmpty();
        assertThat(text(problem)).contains("no backup that opens");
    }

    @Test
    void anotherKeyIsCalledWrongAndChangesNothing() throws IOException {
        fill();
        var before = Files.readAllBytes(fixture.path());
        var stranger = Vault.unlock(new Home(folder.resolve("elsewhere")), Map.of(), Keychain.none());
        assertThat(StoreFixture.code(() -> Store.open(fixture.home, stranger, StoreFixture.CLOCK))).isEqualTo(Problem.Code.STORE_KEY_WRONG);
        assertThat(StoreFixture.code(() -> Store.prove(fixture.home, stranger))).isEqualTo(Problem.Code.STORE_KEY_WRONG);
        Store.prove(fixture.home, fixture.vault);
        assertThat(Files.readAllBytes(fixture.path())).isEqualTo(before);
        try (var _ = fixture.open()) {
            assertThat(StoreFixture.code(() -> Store.open(fixture.home, stranger, StoreFixture.CLOCK))).isEqualTo(Problem.Code.STORE_KEY_WRONG);
            assertThat(StoreFixture.code(() -> Store.prove(fixture.home, stranger))).isEqualTo(Problem.Code.STORE_KEY_WRONG);
            Store.prove(fixture.home, fixture.vault);
        }
    }

    @Test
    void aLostKeyIsMissingUntilTheRecoveryKeyIsImported() throws IOException {
        fill();
        var written = fixture.vault.recoveryKey().text();
        Files.delete(fixture.home.keyFile());
        assertThat(StoreFixture.code(() -> Vault.unlock(fixture.home, Map.of(), Keychain.none()))).isEqualTo(Problem.Code.STORE_KEY_MISSING);
        var stranger = Vault.unlock(new Home(folder.resolve("elsewhere")), Map.of(), Keychain.none()).recoveryKey();
        assertThat(StoreFixture.code(() -> Vault.importKey(fixture.home, stranger, Keychain.none(), vault -> Store.prove(fixture.home, vault))))
                .isEqualTo(Problem.Code.STORE_KEY_WRONG);
        assertThat(fixture.home.keyFile()).doesNotExist();

        Vault.importKey(fixture.home, RecoveryKey.parse(written), Keychain.none(), vault -> Store.prove(fixture.home, vault));

        try (var store = Store.open(fixture.home, Vault.unlock(fixture.home, Map.of(), Keychain.none()), StoreFixture.CLOCK)) {
            assertThat(StoreDriver.count(store)).isEqualTo(300);
        }
    }

    @Test
    void aFullDiskIsSaidAndWhatWasSavedBeforeIsThere() {
        FaultyDisk.register();
        try (var store = fixture.open(StoreFixture.real(), FaultyDisk.SCHEME)) {
            StoreDriver.makeTable(store);
            StoreDriver.add(store, 1);
            FaultyDisk.fault(FaultyDisk.FULL);
            assertThat(StoreFixture.code(() -> StoreDriver.add(store, 2))).isEqualTo(Problem.Code.DISK_FULL);
            assertThat(StoreFixture.code(() -> StoreDriver.add(store, 3))).isEqualTo(Problem.Code.DISK_FULL);
            FaultyDisk.fault(null);
            StoreDriver.add(store, 4);
            assertThat(StoreDriver.numbers(store)).startsWith(1L).endsWith(4L);
        }
        try (var store = fixture.open()) {
            assertThat(StoreDriver.numbers(store)).startsWith(1L).endsWith(4L);
        }
    }

    @Test
    void aDiskThatTurnsReadOnlyIsSaid() {
        FaultyDisk.register();
        try (var store = fixture.open(StoreFixture.real(), FaultyDisk.SCHEME)) {
            StoreDriver.makeTable(store);
            FaultyDisk.fault(FaultyDisk.READ_ONLY);
            assertThat(StoreFixture.code(() -> StoreDriver.add(store, 1))).isEqualTo(Problem.Code.STORE_READ_ONLY);
            FaultyDisk.fault(null);
        }
    }

    @Test
    void aNewStoreOnAFullDiskLeavesNoHalfStoreBehind() {
        FaultyDisk.register();
        FaultyDisk.fault(FaultyDisk.FULL);
        assertThat(StoreFixture.code(() -> fixture.open(StoreFixture.real(), FaultyDisk.SCHEME))).isEqualTo(Problem.Code.DISK_FULL);
        FaultyDisk.fault(null);
        assertThat(fixture.path()).doesNotExist();
        fixture.open(StoreFixture.real(), FaultyDisk.SCHEME).close();
    }

    @Test
    void aDiskThatIsFullWhenAMigrationIsWrittenLeavesTheStoreAsItWas() {
        FaultyDisk.register();
        var older = StoreFixture.real().upTo(1);
        try (var store = fixture.open(older, FaultyDisk.SCHEME)) {
            StoreDriver.makeTable(store);
            StoreDriver.add(store, 1);
        }
        var last = fixture.then("CREATE ALIAS fill FOR 'app.lectern.store.FaultyDisk.fill'; CALL fill();");
        assertThat(StoreFixture.code(() -> fixture.open(last, FaultyDisk.SCHEME))).isEqualTo(Problem.Code.DISK_FULL);
        FaultyDisk.fault(null);
        try (var store = fixture.open(older, FaultyDisk.SCHEME)) {
            assertThat(StoreDriver.numbers(store)).containsExactly(1L);
        }
    }

    @Test
    void aFileHeldByAStrangerIsInUse() throws IOException {
        fill();
        try (var channel = FileChannel.open(fixture.path(), StandardOpenOption.READ, StandardOpenOption.WRITE); var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(StoreFixture.code(() -> fixture.openImpatiently(StoreFixture.real()))).isEqualTo(Problem.Code.STORE_IN_USE);
        }
        fixture.open().close();
    }

    @Test
    void aFolderThatIsAFileCannotBeUsed() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThat(StoreFixture.code(() -> Store.open(new Home(file), fixture.vault, StoreFixture.CLOCK))).isEqualTo(Problem.Code.FOLDER_UNUSABLE);
        assertThat(StoreFixture.code(() -> Store.open(new Home(folder.resolve("a;b")), fixture.vault, StoreFixture.CLOCK)))
                .isEqualTo(Problem.Code.FOLDER_UNUSABLE);
    }

    @Test
    void mistakesOfOursKeepTheirShape() {
        try (var store = fixture.open()) {
            StoreDriver.makeTable(store);
            StoreDriver.add(store, 1);
            assertThatThrownBy(() -> StoreDriver.add(store, 1)).isInstanceOf(UnableToExecuteStatementException.class)
                    .hasRootCauseInstanceOf(java.sql.SQLIntegrityConstraintViolationException.class);
            assertThatThrownBy(() -> store.read(handle -> handle.execute("SELECT nonsense"))).isInstanceOf(JdbiException.class);
            assertThatThrownBy(() -> store.read(handle -> {
                throw new IllegalArgumentException("mine");
            })).isInstanceOf(IllegalArgumentException.class).hasMessage("mine");
        }
    }

    @Test
    void aProblemsEvidenceNeverQuotesAValue() {
        FaultyDisk.register();
        try (var store = fixture.open(StoreFixture.real(), FaultyDisk.SCHEME)) {
            FaultyDisk.fault(FaultyDisk.FULL);
            var problem = StoreFixture.problem(() -> store.change(handle ->
                    handle.execute("INSERT INTO secrets VALUES ('canary-slot', ?, CURRENT_TIMESTAMP)", Secret.of("canary").utf8())));
            assertThat(problem.toString()).doesNotContain("canary");
            FaultyDisk.fault(null);
        }
    }

    private static String text(Problem problem) {
        return new ProblemText(new Words(Locale.ENGLISH, ZoneOffset.UTC, StoreFixture.CLOCK)).paragraph(problem);
    }

    /// As H2 says it to whoever comes while another process takes the file over.
    @Test
    void aFileThatIsJustBeingTakenOverIsInUse() {
        var failure = DbException.get(ErrorCode.ERROR_OPENING_DATABASE_1, "Lock file recently modified").getSQLException();
        var problem = new StoreFaults(folder.resolve("lectern.mv.db")).find(failure);
        assertThat(problem).hasValueSatisfying(found -> assertThat(found.code()).isEqualTo(Problem.Code.STORE_IN_USE));
    }
}
