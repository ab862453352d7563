package app.lectern.store;

import app.lectern.home.FolderLock;
import app.lectern.home.Home;
import app.lectern.home.OwnerOnly;
import app.lectern.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;

/// The copies of the store in the data folder: made, listed newest first, tried, put back; the last five are kept.
public final class Backups {
    private static final int KEPT = 5;

    private final Home home;
    private final Clock clock;

    public Backups(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    public static List<Backup> list(Home home) {
        if (!Files.isDirectory(home.backups())) {
            return List.of();
        }
        try (var files = Files.list(home.backups())) {
            return files.flatMap(file -> Backup.of(file).stream()).sorted(Comparator.reverseOrder()).toList();
        } catch (IOException failure) {
            throw new StoreFaults(home.backups()).translate(failure);
        }
    }

    /// The newest one that this key opens and that is whole.
    public static Optional<Backup> newestGood(Home home, Vault vault) {
        return list(home).stream().filter(backup -> isGood(backup, vault)).findFirst();
    }

    private static boolean isGood(Backup backup, Vault vault) {
        var path = backup.file().toString();
        var file = new StoreFile(Path.of(path.substring(0, path.length() - StoreFile.ENDING.length())), "file:");
        return new StoreCheck(file, vault).isWhole();
    }

    /// Copies a store that nobody has open.
    Backup ofClosed(StoreFile file, int version) {
        return make(file, version, draft -> Files.copy(file.path(), draft, StandardCopyOption.REPLACE_EXISTING));
    }

    /// Copies a store in use: `intoZip` has H2 write its file, encrypted as it is, into a zip archive.
    Backup ofOpen(StoreFile file, int version, Consumer<Path> intoZip) {
        return make(file, version, draft -> {
            var zip = draft.resolveSibling(draft.getFileName() + ".zip");
            try {
                intoZip.accept(zip);
                OwnerOnly.restrict(zip);
                try (var in = new ZipInputStream(Files.newInputStream(zip))) {
                    in.getNextEntry();
                    Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
                }
            } finally {
                Files.deleteIfExists(zip);
            }
        });
    }

    private interface Copying {
        void to(Path draft) throws IOException;
    }

    private Backup make(StoreFile file, int version, Copying copying) {
        try {
            OwnerOnly.createFolder(home.backups());
            var draft = Files.createTempFile(home.backups(), "draft-", ".tmp");
            try {
                copying.to(draft);
                OwnerOnly.restrict(draft);
                var backup = next(version);
                Files.move(draft, backup.file(), StandardCopyOption.ATOMIC_MOVE);
                prune();
                return backup;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failure) {
            throw new StoreFaults(file.path()).translate(failure);
        }
    }

    /// Counts on within one second; a number that was pruned does not come back, for it would be taken for the oldest.
    private Backup next(int version) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        int last = list(home).stream().filter(one -> one.made().equals(now)).mapToInt(Backup::number).max().orElse(0);
        return Backup.planned(home.backups(), now, version, last + 1);
    }

    private void prune() throws IOException {
        for (var old : list(home).stream().skip(KEPT).toList()) {
            Files.deleteIfExists(old.file());
        }
    }

    /// Puts a backup in the store's place and returns where the present file was set aside. Tried before anything is moved.
    public Optional<Path> restore(Vault vault, Backup backup) {
        var file = StoreFile.of(home);
        var fresh = file.sibling("lectern-restored");
        try (var _ = FolderLock.take(home)) {
            Files.copy(backup.file(), fresh.path(), StandardCopyOption.REPLACE_EXISTING);
            fresh.restrict();
            new StoreCheck(fresh, vault).requireWhole();
            Optional<Path> aside = Optional.empty();
            if (file.exists()) {
                new StoreCheck(file, vault).requireUnused();
                aside = Optional.of(setAside(file));
            }
            Files.deleteIfExists(file.lockNote());
            Files.move(fresh.path(), file.path(), StandardCopyOption.ATOMIC_MOVE);
            return aside;
        } catch (IOException failure) {
            throw new StoreFaults(file.path()).translate(failure);
        } finally {
            fresh.deleteQuietly();
        }
    }

    private Path setAside(StoreFile file) throws IOException {
        var stamp = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC).format(clock.instant());
        for (int number = 1; ; number++) {
            var aside = file.sibling("lectern-damaged-" + stamp + (number == 1 ? "" : "-" + number)).path();
            if (!Files.exists(aside)) {
                return Files.move(file.path(), aside);
            }
        }
    }
}
