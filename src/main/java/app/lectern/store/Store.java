package app.lectern.store;

import app.lectern.home.FolderLock;
import app.lectern.home.Home;
import app.lectern.problems.Problem;
import app.lectern.vault.Vault;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.api.ErrorCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The open database of a data folder. Work gets a Jdbi handle and runs on the store's own threads, many readers and one
/// writer, while the caller waits; an interrupted caller's work is stopped and rolled back. The work may run a second
/// time after a deadlock or a lost connection, so it must change nothing but what the handle reaches.
public final class Store implements AutoCloseable {
    private static final int ATTEMPTS = 4;
    /// As long as [StoreOpening] waits for a file that another process is taking over from one that was killed.
    private static final int TAKE_OVER_ATTEMPTS = StoreOpening.ATTEMPTS;

    private final Home home;
    private final StoreFile file;
    private final Clock clock;
    private final Connections connections;
    private final Jdbi jdbi;
    private final StoreFaults faults;
    private final int version;
    private final ThreadLocal<Boolean> inWrite = new ThreadLocal<>();
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("store-writer").factory());
    private final ExecutorService readers =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("store-reader-", 1).factory());

    Store(Home home, StoreFile file, Clock clock, Connections connections, int version) {
        this.home = home;
        this.file = file;
        this.clock = clock;
        this.connections = connections;
        this.version = version;
        this.faults = new StoreFaults(file.path());
        this.jdbi = Jdbi.create(connections).installPlugin(new UtcInstants());
    }

    /// Opens the folder's store, joins the process that already has it open, or makes a new one; brings its tables up to
    /// date first, with a backup. Throws a ProblemException and leaves the file as it is when that cannot be done.
    public static Store open(Home home, Vault vault, Clock clock) {
        return new StoreOpening(home, StoreFile.of(home), vault, clock, Migrations.onClassPath(Store.class.getClassLoader())).open();
    }

    /// Throws unless the vault's key is the one that the folder's store, if there is one, was encrypted with.
    public static void prove(Home home, Vault vault) {
        try (var _ = FolderLock.take(home)) {
            new StoreCheck(StoreFile.of(home), vault).requireKeyFits();
        }
    }

    public <T> T read(Function<Handle, T> work) {
        return run(readers, call -> jdbi.withHandle(handle -> {
            handle.addCustomizer(call);
            return work.apply(handle);
        }));
    }

    /// Runs the work in one transaction; when this returns, it is committed, and a crash cannot undo it.
    public <T> T write(Function<Handle, T> work) {
        if (inWrite.get() != null) {
            throw new IllegalStateException("a write within a write would wait for itself");
        }
        return run(writer, call -> {
            inWrite.set(true);
            try {
                return jdbi.withHandle(handle -> inTransaction(handle, call, work));
            } finally {
                inWrite.remove();
            }
        });
    }

    /// [#write] for work that has nothing to tell.
    public void change(Consumer<Handle> work) {
        write(handle -> {
            work.accept(handle);
            return null;
        });
    }

    private static <T> T inTransaction(Handle handle, Call<T> call, Function<Handle, T> work) {
        handle.addCustomizer(call);
        handle.begin();
        try {
            var result = work.apply(handle);
            call.beginCommit();
            handle.commit();
            return result;
        } catch (Throwable failure) {
            try {
                handle.rollback();
            } catch (RuntimeException broken) {
                failure.addSuppressed(broken);
            }
            throw failure;
        }
    }

    private <T> T run(ExecutorService thread, Function<Call<T>, T> work) {
        for (int attempt = 1; ; attempt++) {
            var call = new Call<T>();
            try {
                return call.runOn(thread, () -> work.apply(call));
            } catch (CancellationException cancelled) {
                throw cancelled;
            } catch (RejectedExecutionException closed) {
                throw new IllegalStateException("the store is closed", closed);
            } catch (RuntimeException failure) {
                boolean takenOver = isTakenOver(failure);
                if (call.committing() || !takenOver && !passes(failure) || attempt >= (takenOver ? TAKE_OVER_ATTEMPTS : ATTEMPTS)) {
                    throw faults.translate(failure);
                }
                if (takenOver) {
                    StoreOpening.pause();
                }
            }
        }
    }

    /// What goes away by itself: two processes in each other's way, or the one that served this one has ended.
    private static boolean passes(RuntimeException failure) {
        return StoreFaults.anySql(failure, ErrorCode.DEADLOCK_1, ErrorCode.CONCURRENT_UPDATE_1, ErrorCode.CONNECTION_BROKEN_1,
                ErrorCode.DATABASE_IS_CLOSED, ErrorCode.OBJECT_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);
    }

    /// The one that served this one was killed, and the next has the file and does not answer yet.
    private static boolean isTakenOver(RuntimeException failure) {
        return StoreFaults.anySql(failure, ErrorCode.DATABASE_ALREADY_OPEN_1, ErrorCode.ERROR_OPENING_DATABASE_1);
    }

    /// The number of the newest step that the tables have taken.
    public int version() {
        return version;
    }

    public Path path() {
        return file.path();
    }

    /// Whether another process serves the store and this one has joined it. Asks with a new connection: one that
    /// outlived its server goes on calling itself remote.
    public boolean isGuest() {
        try (var connection = connections.open()) {
            return StoreFile.isGuest(connection);
        } catch (SQLException failure) {
            throw faults.translate(failure);
        }
    }

    /// Copies the whole store, still encrypted, into the backups folder while work goes on.
    public Backup backup() {
        return new Backups(home, clock).ofOpen(file, version, zip -> read(handle -> handle.execute("BACKUP TO ?", zip.toString())));
    }

    /// Waits for work that has begun; the last process to close leaves one whole file behind.
    @Override
    public void close() {
        readers.close();
        writer.close();
        connections.close();
    }
}
