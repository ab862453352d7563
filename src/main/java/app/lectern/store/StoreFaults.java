package app.lectern.store;

import app.lectern.problems.Evidence;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/// Tells from what H2, Jdbi or the disk threw which known problem it is. What is nobody's trouble but ours, such as a
/// broken constraint or a mistake in SQL, stays as it was thrown.
final class StoreFaults {
    private static final long ALMOST_NOTHING = 1L << 20;

    private final Path file;

    StoreFaults(Path file) {
        this.file = file;
    }

    /// The problem to throw in place of `failure`, or `failure` itself.
    RuntimeException translate(RuntimeException failure) {
        return find(failure).map(problem -> (RuntimeException) problem.raise(failure)).orElse(failure);
    }

    RuntimeException translate(SQLException failure) {
        return find(failure).map(problem -> (RuntimeException) problem.raise(failure))
                .orElseGet(() -> new IllegalStateException("the store failed: " + failure.getSQLState(), failure));
    }

    RuntimeException translate(IOException failure) {
        return find(failure).orElseGet(() -> problem(Problem.Code.FOLDER_UNUSABLE, failure)).raise(failure);
    }

    Optional<Problem> find(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ProblemException known) {
                return Optional.of(known.problem());
            }
        }
        if (has(failure, IOException.class) || anySql(failure, ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2)
                || anyStore(failure, DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_READING_FAILED)) {
            return Optional.of(ofDisk(failure));
        }
        for (Throwable at = failure; at != null; at = at.getCause()) {
            var code = at instanceof SQLException sql ? ofSql(sql) : at instanceof MVStoreException store ? ofStore(store) : null;
            if (code != null) {
                return Optional.of(problem(code, failure));
            }
        }
        return Optional.empty();
    }

    private static Problem.Code ofSql(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case ErrorCode.WRONG_USER_OR_PASSWORD -> Problem.Code.STORE_KEY_WRONG;
            case ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.FILE_CORRUPTED_1 -> Problem.Code.STORE_DAMAGED;
            case ErrorCode.FILE_VERSION_ERROR_1 -> Problem.Code.STORE_NEWER;
            case ErrorCode.DATABASE_IS_READ_ONLY -> Problem.Code.STORE_READ_ONLY;
            // the second one: another process is taking the file over from one that was killed
            case ErrorCode.DATABASE_ALREADY_OPEN_1, ErrorCode.ERROR_OPENING_DATABASE_1, ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE,
                    ErrorCode.CONNECTION_BROKEN_1, ErrorCode.LOCK_TIMEOUT_1 -> Problem.Code.STORE_IN_USE;
            default -> null;
        };
    }

    private static Problem.Code ofStore(MVStoreException failure) {
        return switch (failure.getErrorCode()) {
            case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_CHUNK_NOT_FOUND, DataUtils.ERROR_BLOCK_NOT_FOUND ->
                Problem.Code.STORE_DAMAGED;
            case DataUtils.ERROR_UNSUPPORTED_FORMAT -> Problem.Code.STORE_NEWER;
            case DataUtils.ERROR_FILE_LOCKED -> Problem.Code.STORE_IN_USE;
            default -> null;
        };
    }

    /// Windows words its messages in the person's language, so the room left is asked for as well.
    private Problem ofDisk(Throwable failure) {
        if (says(failure, "no space left", "not enough space", "disk quota exceeded") || roomLeft() < ALMOST_NOTHING) {
            return problem(Problem.Code.DISK_FULL, failure);
        }
        if (says(failure, "read-only file system", "permission denied", "access is denied") || !Files.isWritable(nearest())) {
            return problem(Problem.Code.STORE_READ_ONLY, failure);
        }
        return problem(Problem.Code.FOLDER_UNUSABLE, failure);
    }

    private long roomLeft() {
        try {
            FileStore disk = Files.getFileStore(nearest());
            return disk.getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private Path nearest() {
        return Files.exists(file) ? file : file.toAbsolutePath().getParent();
    }

    private Problem problem(Problem.Code code, Throwable failure) {
        return Problem.of(code).with("path", file.toString()).seen(evidence(failure));
    }

    /// Only the class and the code: messages of H2 quote statements, and those may hold values.
    private static Evidence evidence(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return Evidence.of("H2", sql.getErrorCode() + "/" + sql.getSQLState(), "");
            }
            if (at instanceof MVStoreException store) {
                return Evidence.of("H2", "MVStore " + store.getErrorCode(), "");
            }
        }
        return Evidence.of("disk", failure.getClass().getSimpleName(), "");
    }

    static boolean anySql(Throwable failure, int... codes) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                for (int code : codes) {
                    if (sql.getErrorCode() == code) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean anyStore(Throwable failure, int... codes) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof MVStoreException store) {
                for (int code : codes) {
                    if (store.getErrorCode() == code) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(Throwable failure, String... texts) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            var message = at.getMessage() == null ? "" : at.getMessage().toLowerCase(Locale.ROOT);
            for (var text : texts) {
                if (message.contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
