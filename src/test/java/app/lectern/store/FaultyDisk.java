package app.lectern.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A disk below H2 whose writes fail with the operating system's words while a fault is set. H2 finds it by its scheme
/// and makes its own instances, hence the one shared fault.
public final class FaultyDisk extends FilePathWrapper {
    static final String SCHEME = "faulty:";
    static final String FULL = "No space left on device";
    static final String READ_ONLY = "Read-only file system";
    private static final AtomicReference<String> FAULT = new AtomicReference<>();

    static void register() {
        FilePath.register(new FaultyDisk());
        FAULT.set(null);
    }

    /// For a migration, whose own statement fills the disk.
    public static void fill() {
        fault(FULL);
    }

    static void fault(String words) {
        FAULT.set(words);
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new FaultyChannel(super.open(mode));
    }

    private static final class FaultyChannel extends FileBase {
        private final FileChannel channel;

        FaultyChannel(FileChannel channel) {
            this.channel = channel;
        }

        private static void failIfSet() throws IOException {
            var words = FAULT.get();
            if (words != null) {
                throw new IOException(words);
            }
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return channel.read(target);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return channel.read(target, position);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            failIfSet();
            return channel.write(source);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            failIfSet();
            return channel.write(source, position);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            failIfSet();
            channel.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            channel.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return channel.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }
    }
}
