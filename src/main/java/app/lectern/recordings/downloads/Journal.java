package app.lectern.recordings.downloads;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/// Beside a `.part` file: which blocks of it are there, with checksum and share of the hash. A block is noted only after it
/// was written, so whatever moment a process is killed at, what the journal says is in the file; and what a power cut took
/// from the disk shows by the checksum.
final class Journal implements AutoCloseable {
    private static final int MAGIC = 0x4c4a4e31;
    private static final int HEAD = 4096;
    private static final int ENTRY = 32;
    private static final byte THERE = 1;

    /// What the part file will become.
    ///
    /// @param identity the source's name for the file
    record Head(String identity, long size, String version, String hash, int block) {
        int blocks() {
            return Math.toIntExact((size + block - 1) / block);
        }

        /// The bytes of an older attempt are good if the hash says so, or, where there is none, the version.
        boolean continues(Head older) {
            return identity.equals(older.identity) && size == older.size && block == older.block
                    && (hash.isEmpty() || older.hash.isEmpty() ? version.equals(older.version) : hash.equals(older.hash));
        }
    }

    private final FileChannel file;
    private final FileLock lock;
    private final int[] checksums;
    private final byte[] shares;
    private final boolean[] there;

    private Journal(FileChannel file, FileLock lock, int blocks) {
        this.file = file;
        this.lock = lock;
        this.checksums = new int[blocks];
        this.shares = new byte[blocks * QuickXor.BYTES];
        this.there = new boolean[blocks];
    }

    /// Empty while another process, or another download of this one, is at the same file.
    static Optional<Journal> open(Path path, Head head) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            var lock = file.tryLock();
            if (lock == null) {
                file.close();
                return Optional.empty();
            }
            var journal = new Journal(file, lock, head.blocks());
            if (read(file).filter(head::continues).isPresent()) {
                journal.load();
            } else {
                journal.begin(head);
            }
            return Optional.of(journal);
        } catch (OverlappingFileLockException mine) {
            file.close();
            return Optional.empty();
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /// Whose part file this is; empty when the journal cannot be read.
    static Optional<Head> head(Path path) throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            return read(file);
        }
    }

    private static Optional<Head> read(FileChannel file) throws IOException {
        var bytes = ByteBuffer.allocate(HEAD);
        while (bytes.hasRemaining() && file.read(bytes, bytes.position()) > 0) {
            // until the head is complete or the file ends
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes.array(), 0, bytes.position()))) {
            return in.readInt() == MAGIC ? Optional.of(new Head(in.readUTF(), in.readLong(), in.readUTF(), in.readUTF(), in.readInt()))
                    : Optional.empty();
        } catch (IOException cutOff) {
            return Optional.empty();
        }
    }

    private void begin(Head head) throws IOException {
        file.truncate(0);
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeUTF(head.identity());
            out.writeLong(head.size());
            out.writeUTF(head.version());
            out.writeUTF(head.hash());
            out.writeInt(head.block());
        }
        var full = ByteBuffer.wrap(Arrays.copyOf(bytes.toByteArray(), HEAD));
        while (full.hasRemaining()) {
            file.write(full, full.position());
        }
    }

    private void load() throws IOException {
        var entries = ByteBuffer.allocate(there.length * ENTRY);
        while (entries.hasRemaining() && file.read(entries, (long) HEAD + entries.position()) > 0) {
            // until all entries are read or the file ends: what lies beyond was never noted
        }
        for (int block = 0; block < there.length && (block + 1) * ENTRY <= entries.position(); block++) {
            int at = block * ENTRY;
            there[block] = entries.get(at) == THERE;
            checksums[block] = entries.getInt(at + 4);
            entries.get(at + 8, shares, block * QuickXor.BYTES, QuickXor.BYTES);
        }
    }

    synchronized boolean has(int block) {
        return there[block];
    }

    synchronized int checksum(int block) {
        return checksums[block];
    }

    /// The block is in the file.
    void note(int block, int checksum, byte[] share) throws IOException {
        synchronized (this) {
            there[block] = true;
            checksums[block] = checksum;
            System.arraycopy(share, 0, shares, block * QuickXor.BYTES, QuickXor.BYTES);
        }
        var entry = ByteBuffer.allocate(ENTRY).put(THERE).putInt(4, checksum).put(8, share).rewind();
        file.write(entry, (long) HEAD + (long) block * ENTRY);
    }

    /// The sum of all shares; the hash once every block is there.
    synchronized byte[] sum() {
        var sum = new byte[QuickXor.BYTES];
        for (int at = 0; at < shares.length; at++) {
            sum[at % QuickXor.BYTES] ^= shares[at];
        }
        return sum;
    }

    @Override
    public void close() throws IOException {
        if (file.isOpen()) {
            lock.close();
            file.close();
        }
    }
}
