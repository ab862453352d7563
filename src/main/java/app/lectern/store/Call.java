package app.lectern.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/// One piece of work on a thread of the store while its caller waits. H2 closes its file for everybody when a thread is
/// interrupted inside it, so an interrupted caller stops the SQL statement and never the thread.
final class Call<T> implements StatementCustomizer {
    private enum Stage { WAITING, RUNNING, COMMITTING, CANCELLED }

    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private Stage stage = Stage.WAITING;
    private PreparedStatement current;

    /// Runs the work on `thread` and returns what it returns, throws what it throws, or throws CancellationException
    /// once an interrupted caller's work has stopped. A commit that has begun is waited for.
    T runOn(Executor thread, Callable<T> work) {
        thread.execute(() -> run(work));
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException asked) {
                    interrupted = true;
                    cancel();
                } catch (ExecutionException failed) {
                    throw unchecked(failed.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run(Callable<T> work) {
        try {
            enter(Stage.RUNNING);
            answer.complete(work.call());
        } catch (Throwable failure) {
            answer.completeExceptionally(isCancelled() ? new CancellationException() : failure);
        }
    }

    /// From here on it is too late to cancel.
    void beginCommit() {
        enter(Stage.COMMITTING);
    }

    synchronized boolean committing() {
        return stage == Stage.COMMITTING;
    }

    private synchronized void enter(Stage next) {
        if (stage == Stage.CANCELLED) {
            throw new CancellationException();
        }
        stage = next;
    }

    private synchronized boolean isCancelled() {
        return stage == Stage.CANCELLED;
    }

    private synchronized void cancel() {
        if (stage == Stage.COMMITTING) {
            return;
        }
        if (stage == Stage.WAITING) {
            answer.completeExceptionally(new CancellationException());
        }
        stage = Stage.CANCELLED;
        if (current != null) {
            try {
                current.cancel();
            } catch (SQLException endedMeanwhile) {
                // the next statement finds the stage cancelled
            }
        }
    }

    @Override
    public synchronized void beforeExecution(PreparedStatement statement, StatementContext context) {
        if (stage == Stage.CANCELLED) {
            throw new CancellationException();
        }
        current = statement;
    }

    @Override
    public synchronized void afterExecution(PreparedStatement statement, StatementContext context) {
        current = null;
    }

    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException known -> known;
            case Error fatal -> throw fatal;
            default -> new IllegalStateException(failure);
        };
    }
}
