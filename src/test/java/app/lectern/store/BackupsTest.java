package app.lectern.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.home.Home;
import app.lectern.problems.Problem;
import app.lectern.vault.Keychain;
import app.lectern.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    @TempDir
    Path folder;

    private StoreFixture fixture;
    private Backups backups;

    @BeforeEach
    void newHome() {
        fixture = new StoreFixture(folder);
        backups = new Backups(fixture.home, StoreFixture.CLOCK);
    }

    @Test
    void aBackupOfAStoreInUseHoldsWhatWasCommittedUntilThen() {
        Backup backup;
        try (var store = fixture.open()) {
            StoreDriver.makeTable(store);
            StoreDriver.add(store, 1);
            backup = store.backup();
            StoreDriver.add(store, 2);
            assertThat(backup.made()).isEqualTo(Instant.parse("2026-11-21T09:30:00Z"));
            assertThat(backup.version()).isEqualTo(store.version());
        }
        backups.restore(fixture.vault, backup);
        try (var store = fixture.open()) {
            assertThat(StoreDriver.numbers(store)).containsExactly(1L);
        }
    }

    @Test
    void aGuestCanMakeABackupToo() {
        fixture.open().close();
        try (var child = StoreChild.start(fixture.home, "hold")) {
            child.expect("ready");
            try (var store = fixture.open()) {
                assertThat(store.isGuest()).isTrue();
                store.backup();
            }
        }
        assertThat(Backups.newestGood(fixture.home, fixture.vault)).isPresent();
    }

    @Test
    void theLastFiveAreKeptNewestFirst() {
        try (var store = fixture.open()) {
            for (int i = 0; i < 8; i++) {
                store.backup();
            }
        }
        assertThat(Backups.list(fixture.home)).extracting(Backup::number).containsExactly(8, 7, 6, 5, 4);
        assertThat(fixture.home.backups()).isDirectoryNotContaining(file -> !file.toString().endsWith(".mv.db"));
    }

    @Test
    void restoringSetsTheDamagedFileAside() throws IOException {
        try (var store = fixture.open()) {
            StoreDriver.makeTable(store);
            StoreDriver.add(store, 1);
            store.backup();
        }
        Files.writeString(fixture.path(), "damaged");
        var aside = backups.restore(fixture.vault, Backups.newestGood(fixture.home, fixture.vault).orElseThrow());
        assertThat(aside).hasValueSatisfying(file -> assertThat(file).hasContent("damaged").hasFileName("lectern-damaged-20261121-093000.mv.db"));
        try (var store = fixture.open()) {
            assertThat(StoreDriver.numbers(store)).containsExactly(1L);
        }
    }

    @Test
    void aBackupThatDoesNotOpenReplacesNothing() throws IOException {
        Backup backup;
        try (var store = fixture.open()) {
            backup = store.backup();
        }
        var before = Files.readAllBytes(fixture.path());
        var stranger = Vault.unlock(new Home(folder.resolve("elsewhere")), Map.of(), Keychain.none());
        assertThat(StoreFixture.code(() -> backups.restore(stranger, backup))).isEqualTo(Problem.Code.STORE_KEY_WRONG);
        Files.writeString(backup.file(), "broken");
        assertThat(StoreFixture.code(() -> backups.restore(fixture.vault, backup))).isEqualTo(Problem.Code.STORE_DAMAGED);
        assertThat(Files.readAllBytes(fixture.path())).isEqualTo(before);
        assertThat(fixture.home.folder().resolve("lectern-restored.mv.db")).doesNotExist();
    }

    @Test
    void aStoreInUseIsNotReplaced() {
        try (var store = fixture.open()) {
            var backup = store.backup();
            assertThat(StoreFixture.code(() -> backups.restore(fixture.vault, backup))).isEqualTo(Problem.Code.STORE_IN_USE);
            StoreDriver.makeTable(store);
        }
    }

    @Test
    void foreignFilesInTheFolderAreLeftOutAndAlone() throws IOException {
        try (var store = fixture.open()) {
            store.backup();
        }
        var foreign = Files.writeString(fixture.home.backups().resolve("notes.txt"), "mine");
        assertThat(Backups.list(fixture.home)).hasSize(1);
        assertThat(foreign).exists();
        assertThat(Backups.list(new Home(folder.resolve("nowhere")))).isEmpty();
    }
}
