package app.lectern.sync;

import app.lectern.home.Home;
import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/// One run of a kind at a time per integration, across window and command line. The operating system gives the lock back when its
/// holder dies, so that a killed run is in nobody's way.
public final class SyncLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private SyncLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static SyncLock take(Home home, Integration of) {
        return take(home, of, "sync");
    }

    /// @param kind of the runs that exclude each other; part of the lock file's name
    public static SyncLock take(Home home, Integration of, String kind) {
        var file = home.folder().resolve(kind + "-" + of.key() + ".lock");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tried(channel);
            if (lock == null) {
                channel.close();
                throw Problem.of(Problem.Code.SYNC_RUNNING).with("item", of.name()).raise();
            }
            return new SyncLock(channel, lock);
        } catch (IOException failure) {
            throw Problem.of(Problem.Code.FOLDER_UNUSABLE).with("path", file.toString()).raise(failure);
        }
    }

    /// Null when somebody else has it: another process, or another thread of this one.
    private static FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException unimportant) {
            // the system releases it with the channel
        }
    }
}
