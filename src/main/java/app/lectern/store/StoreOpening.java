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
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/// The way from a data folder to an open store, one process at a time. New tables are made in a copy, which takes the
/// store's place in one step when it is complete: whatever happens on the way, the store is either old or new.
final class StoreOpening {
    static final int ATTEMPTS = 40;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

    private final Home home;
    private final StoreFile file;
    private final Vault vault;
    private final Clock clock;
    private final Migrations migrations;
    private final int attempts;
    private final StoreCheck check;
    private final StoreFaults faults;

    StoreOpening(Home home, StoreFile file, Vault vault, Clock clock, Migrations migrations) {
        this(home, file, vault, clock, migrations, ATTEMPTS);
    }

    StoreOpening(Home home, StoreFile file, Vault vault, Clock clock, Migrations migrations, int attempts) {
        this.home = home;
        this.file = file;
        this.vault = vault;
        this.clock = clock;
        this.migrations = migrations;
        this.attempts = attempts;
        this.check = new StoreCheck(file, vault);
        this.faults = new StoreFaults(file.path());
    }

    Store open() {
        home.prepare();
        requireWritable(home.folder());
        try (var _ = FolderLock.take(home)) {
            return openPatiently();
        } catch (ProblemException problem) {
            throw problem.problem().code() == Problem.Code.STORE_DAMAGED ? withWayBack(problem) : problem;
        } catch (SQLException failure) {
            throw check.explain(failure);
        } catch (IOException failure) {
            throw faults.translate(failure);
        }
    }

    /// A process that closes the store, or takes it over from one that was killed, holds the file for a moment without
    /// answering.
    private Store openPatiently() throws SQLException, IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                if (!file.exists()) {
                    create();
                } else {
                    requireWritable(file.path());
                    if (!check.isSomebodyServing()) {
                        bringUpToDate(check.requireWhole());
                    }
                }
                return connect();
            } catch (SQLException | ProblemException failure) {
                if (attempt == attempts || faults.find(failure).filter(one -> one.code() == Problem.Code.STORE_IN_USE).isEmpty()) {
                    throw failure;
                }
                pause();
            }
        }
    }

    static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static void requireWritable(Path path) {
        if (!Files.isWritable(path)) {
            throw Problem.of(Problem.Code.STORE_READ_ONLY).with("path", path.toString()).raise();
        }
    }

    private Store connect() throws SQLException, IOException {
        var connections = new Connections(file.shared(vault));
        boolean kept = false;
        try {
            var connection = connections.openConnection();
            try {
                file.restrict();
                if (connection.isReadOnly()) {
                    throw problem(Problem.Code.STORE_READ_ONLY).raise();
                }
                var standing = standing(Migrations.applied(connection));
                if (standing.pending()) {
                    // An older Lectern serves this store, and its tables cannot change under it.
                    throw problem(Problem.Code.STORE_IN_USE).raise();
                }
                check.noteKey();
                kept = true;
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

    private Migrations.Standing standing(Set<Integer> applied) {
        var standing = migrations.standing(applied);
        if (standing.newer()) {
            throw problem(Problem.Code.STORE_NEWER).with("version", Integer.toString(standing.version())).raise();
        }
        return standing;
    }

    private Problem problem(Problem.Code code) {
        return Problem.of(code).with("path", file.path().toString());
    }

    private void create() throws IOException, SQLException {
        var fresh = file.sibling("lectern-new");
        fresh.delete();
        migrate(fresh);
        Files.move(fresh.path(), file.path(), StandardCopyOption.ATOMIC_MOVE);
        check.noteKey();
    }

    private void bringUpToDate(Set<Integer> applied) throws IOException, SQLException {
        var standing = standing(applied);
        if (!standing.pending()) {
            return;
        }
        check.requireUnused();
        new Backups(home, clock).ofClosed(file, standing.version());
        var fresh = file.sibling("lectern-new");
        fresh.delete();
        try {
            Files.copy(file.path(), fresh.path());
            migrate(fresh);
            Files.move(fresh.path(), file.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            fresh.deleteQuietly();
        }
    }

    /// Keeps one connection throughout, so that Flyway's own ones do not open and close the database each time.
    private void migrate(StoreFile target) throws SQLException, IOException {
        DataSource alone = target.alone(vault);
        try (var connection = alone.getConnection(); var statement = connection.createStatement()) {
            target.restrict();
            new FlywayRun(migrations).migrate(alone);
            // H2 keeps to itself what it cannot write when it closes; here it says so
            statement.execute("CHECKPOINT SYNC");
        } catch (FlywayException failure) {
            var disk = faults.find(failure).filter(problem -> problem.code() == Problem.Code.DISK_FULL);
            throw disk.orElseGet(() -> problem(Problem.Code.STORE_MIGRATION_FAILED)
                            .seen(Evidence.of("Flyway", failure.getClass().getSimpleName(), "")))
                    .raise(failure);
        }
        target.flush();
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
