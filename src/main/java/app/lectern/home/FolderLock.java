package app.lectern.home;

import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/// Lets one process at a time make the key, open, migrate or restore the store of a data folder. The operating system
/// gives the lock back when its holder dies, so the empty file it is taken on may stay.
public final class FolderLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);

    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    public static FolderLock take(Home home) {
        return take(home, PATIENCE);
    }

    static FolderLock take(Home home, Duration patience) {
        var file = home.folder().resolve("lectern.lock");
        FileChannel channel = null;
        try {
            OwnerOnly.createFolder(home.folder());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            OwnerOnly.restrict(file);
            for (long tries = patience.dividedBy(BETWEEN_TRIES); tries >= 0; tries--) {
                var lock = tryLock(channel);
                if (lock != null) {
                    return new FolderLock(channel, lock);
                }
                Thread.sleep(BETWEEN_TRIES);
            }
            channel.close();
            throw Problem.of(Problem.Code.STORE_IN_USE).with("path", home.folder().toString()).raise();
        } catch (IOException failure) {
            closeQuietly(channel);
            throw unusable(home, file).raise(failure);
        } catch (InterruptedException interrupted) {
            closeQuietly(channel);
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static Problem unusable(Home home, Path file) {
        boolean readOnly = Files.isDirectory(home.folder()) && !Files.isWritable(Files.exists(file) ? file : home.folder());
        return Problem.of(readOnly ? Problem.Code.STORE_READ_ONLY : Problem.Code.FOLDER_UNUSABLE)
                .with("path", home.folder().toString());
    }

    /// Null when somebody else has it: another process, or another thread of this one.
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException unimportant) {
            // the failure that led here is the one to report
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException unimportant) {
            closeQuietly(channel);
        }
    }
}
