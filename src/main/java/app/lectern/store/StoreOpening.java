package app.lectern.store;

import app.lectern.home.FolderLock;
import app.lectern.home.Home;
import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.problems.Remedy;
import app.lectern.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/// The way from a data folder to an open store, one process at a time. New tables are made in a copy, which takes the
/// store's place in one step when it is complete: whatever happens on the way, the store is either old or new.
final class StoreOpening {
    private final Home home;
    private final StoreFile file;
    private final Vault vault;
    private final Clock clock;
    private final Migrations migrations;
    private final StoreCheck check;
    private final StoreFaults faults;

    StoreOpening(Home home, StoreFile file, Vault vault, Clock clock, Migrations migrations) {
        this.home = home;
        this.file = file;
        this.vault = vault;
        this.clock = clock;
        this.migrations = migrations;
        this.check = new StoreCheck(file, vault);
        this.faults = new StoreFaults(file.path());
    }

    Store open() {
        home.prepare();
        requireWritable(home.folder());
        try (var _ = FolderLock.take(home)) {
            if (!file.exists()) {
                create();
            } else {
                requireWritable(file.path());
                if (!check.isSomebodyServing()) {
                    check.requireWhole();
                }
            }
            return openExisting();
        } catch (ProblemException problem) {
            throw problem.problem().code() == Problem.Code.STORE_DAMAGED ? withWayBack(problem) : problem;
        } catch (SQLException failure) {
            throw check.explain(failure);
        } catch (IOException failure) {
            throw faults.translate(failure);
        }
    }

    private static void requireWritable(Path path) {
        if (!Files.isWritable(path)) {
            throw Problem.of(Problem.Code.STORE_READ_ONLY).with("path", path.toString()).raise();
        }
    }

    private Store openExisting() throws SQLException, IOException {
        var store = tryShared();
        if (store == null) {
            migrateCopy();
            store = tryShared();
        }
        if (store == null) {
            throw migrationFailed(null);
        }
        return store;
    }

    /// Null when the tables must be brought up to date first.
    private Store tryShared() throws SQLException, IOException {
        var connections = new Connections(file.shared(vault));
        boolean kept = false;
        try {
            var connection = connections.openConnection();
            try {
                file.restrict();
                var standing = standing(connection);
                if (standing.pending()) {
                    if (StoreFile.isGuest(connection)) {
                        throw Problem.of(Problem.Code.STORE_IN_USE).with("path", file.path().toString()).raise();
                    }
                    return null;
                }
                kept = true;
                check.noteKey();
                return new Store(home, file, clock, connections, standing.version());
            } finally {
                connections.closeConnection(connection);
            }
        } finally {
            if (!kept) {
                connections.close();
            }
        }
    }

    private Migrations.Standing standing(Connection connection) throws SQLException {
        if (connection.isReadOnly()) {
            throw Problem.of(Problem.Code.STORE_READ_ONLY).with("path", file.path().toString()).raise();
        }
        var applied = Migrations.applied(connection);
        var standing = migrations.standing(applied);
        if (applied.isEmpty()) {
            throw Problem.of(Problem.Code.STORE_DAMAGED).with("path", file.path().toString()).raise();
        }
        if (standing.newer()) {
            throw Problem.of(Problem.Code.STORE_NEWER)
                    .with("path", file.path().toString())
                    .with("version", Integer.toString(standing.version()))
                    .raise();
        }
        return standing;
    }

    private void create() throws IOException, SQLException {
        var fresh = file.sibling("lectern-new");
        fresh.delete();
        migrate(fresh);
        Files.move(fresh.path(), file.path(), StandardCopyOption.ATOMIC_MOVE);
        check.noteKey();
    }

    private void migrateCopy() throws IOException, SQLException {
        new Backups(home, clock).ofClosed(file, appliedVersion());
        var fresh = file.sibling("lectern-new");
        fresh.delete();
        try {
            Files.copy(file.path(), fresh.path());
            migrate(fresh);
            Files.move(fresh.path(), file.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            fresh.delete();
        }
    }

    private int appliedVersion() throws SQLException {
        try (var connection = file.lookOnly(vault).getConnection()) {
            return migrations.standing(Migrations.applied(connection)).version();
        }
    }

    /// Keeps one connection throughout, so that Flyway's own ones do not open and close the database each time.
    private void migrate(StoreFile target) throws SQLException, IOException {
        DataSource alone = target.alone(vault);
        try (var _ = alone.getConnection()) {
            target.restrict();
            new FlywayRun(migrations).migrate(alone);
        } catch (FlywayException failure) {
            var disk = faults.find(failure).filter(problem -> problem.code() == Problem.Code.DISK_FULL);
            throw disk.isPresent() ? disk.get().raise(failure) : migrationFailed(failure);
        }
    }

    private ProblemException migrationFailed(Exception cause) {
        return Problem.of(Problem.Code.STORE_MIGRATION_FAILED)
                .with("path", file.path().toString())
                .seen(Evidence.of("Flyway", cause == null ? "" : cause.getClass().getSimpleName(), ""))
                .raise(cause);
    }

    /// Offers the newest backup that opens, or says that there is none.
    private ProblemException withWayBack(ProblemException damaged) {
        var problem = damaged.problem();
        return Backups.newestGood(home, vault)
                .map(backup -> problem
                        .with("until", DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm").withZone(clock.getZone()).format(backup.made()))
                        .offering(new Remedy(Remedy.Kind.RESTORE_BACKUP, backup.file().getFileName().toString())))
                .orElseGet(() -> new Problem(Problem.Code.STORE_DAMAGED_WITHOUT_BACKUP, problem.facts(), problem.evidence(), problem.remedies()))
                .raise(damaged);
    }
}
