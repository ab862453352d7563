package app.lectern.recordings.downloads;

import app.lectern.problems.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;

/// A file on its way: `name.part` with its journal beside it, until it is whole and takes its name.
final class PartFile implements AutoCloseable {
    static final int BLOCK = 128 * 1024;
    private static final int MOST_NAMES = 10_000;
    /// So much may wait for the disk before it is sent there, so that little is left for the end.
    private static final long UNFLUSHED = 32L << 20;

    private final Path folder;
    private final String name;
    private final int number;
    private final Journal.Head head;
    private final Journal journal;
    private final FileChannel channel;
    private final Pieces pieces;
    private final AtomicLong unflushed = new AtomicLong();
    private final AtomicBoolean flushing = new AtomicBoolean();
    private volatile boolean mending;
    private volatile IOException unflushable;

    private PartFile(Path folder, String name, int number, Journal.Head head, Journal journal, FileChannel channel) {
        this.folder = folder;
        this.name = name;
        this.number = number;
        this.head = head;
        this.journal = journal;
        this.channel = channel;
        this.pieces = new Pieces(head.blocks());
        for (int block = 0; block < head.blocks(); block++) {
            if (journal.has(block)) {
                pieces.done(block);
            }
        }
    }

    /// Goes on with the part file of the same source, or begins one under the first name that is free.
    static PartFile open(Path folder, String name, Journal.Head head, Disk disk) throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; number < MOST_NAMES; number++) {
            if (!isFree(folder, FileNames.numbered(name, number), head)) {
                continue;
            }
            var part = part(folder, name, number);
            var journal = Journal.open(journal(part), head).orElseThrow(() -> Problem.of(Problem.Code.DOWNLOAD_ELSEWHERE).with("item", name).raise());
            try {
                return new PartFile(folder, name, number, head, journal, disk.open(part));
            } catch (IOException refused) {
                journal.close();
                Files.deleteIfExists(journal(part));
                throw refused;
            }
        }
        throw new FileAlreadyExistsException(folder.resolve(name).toString());
    }

    private static boolean isFree(Path folder, String name, Journal.Head head) throws IOException {
        var part = folder.resolve(name + ".part");
        if (Files.exists(folder.resolve(name))) {
            return false;
        }
        if (Files.exists(journal(part))) {
            return Journal.head(journal(part)).filter(older -> older.identity().equals(head.identity())).isPresent();
        }
        return !Files.exists(part);
    }

    private static Path part(Path folder, String name, int number) {
        return folder.resolve(FileNames.numbered(name, number) + ".part");
    }

    private static Path journal(Path part) {
        return part.resolveSibling(part.getFileName() + ".journal");
    }

    /// Whether an unfinished file of this source lies there, under whichever number.
    static boolean lies(Path folder, String name, String identity) throws IOException {
        for (int number = 1; number < MOST_NAMES; number++) {
            var journal = journal(part(folder, name, number));
            if (Files.exists(journal) && Journal.head(journal).filter(head -> head.identity().equals(identity)).isPresent()) {
                return true;
            }
            if (!Files.exists(journal) && !Files.exists(folder.resolve(FileNames.numbered(name, number)))) {
                return false;
            }
        }
        return false;
    }

    Path path() {
        return part(folder, name, number);
    }

    Journal.Head head() {
        return head;
    }

    Pieces pieces() {
        return pieces;
    }

    long offset(int block) {
        return Math.min(head.size(), (long) block * BLOCK);
    }

    int length(int block) {
        return (int) (offset(block + 1) - offset(block));
    }

    long left() {
        return Math.min(head.size(), (long) pieces.left() * BLOCK);
    }

    /// A block has come whole; `bytes` holds it from its start on.
    void write(int block, byte[] bytes) throws IOException {
        int length = length(block);
        int checksum = checksum(bytes, length);
        boolean known = mending && journal.has(block) && journal.checksum(block) == checksum;
        if (!known) {
            var buffer = ByteBuffer.wrap(bytes, 0, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer, offset(block) + buffer.position());
            }
            journal.note(block, checksum, QuickXor.share(bytes, 0, length, offset(block)));
            if (unflushed.addAndGet(length) >= UNFLUSHED && flushing.compareAndSet(false, true)) {
                unflushed.set(0);
                Thread.ofVirtual().name("flush-" + head.identity()).start(this::flush);
            }
        }
        pieces.done(block);
        if (mending && !known && matches()) {
            pieces.allDone();
        }
    }

    /// The system tells of a write that failed only once, so it is kept for the end.
    private void flush() {
        synchronized (flushing) {
            try {
                channel.force(false);
            } catch (ClosedChannelException stopped) {
                // what is noted in the journal is compared when the download goes on
            } catch (IOException failed) {
                unflushable = failed;
            }
        }
        flushing.set(false);
    }

    /// Reads a block back; false when it is not what was written.
    boolean read(int block, byte[] bytes) throws IOException {
        int length = length(block);
        var buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining() && channel.read(buffer, offset(block) + buffer.position()) > 0) {
            // until the block is complete or the file ends
        }
        return !buffer.hasRemaining() && checksum(bytes, length) == journal.checksum(block);
    }

    private static int checksum(byte[] bytes, int length) {
        var crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    String hash() {
        return QuickXor.hash(journal.sum(), head.size());
    }

    boolean matches() {
        return head.hash().isEmpty() || hash().equals(head.hash());
    }

    /// From now on blocks are fetched to be compared; as soon as one that differed makes the hash right, all are.
    void mend() {
        mending = true;
        pieces.reopenAll();
    }

    /// Gives the file its name, or the next free one when somebody took it meanwhile.
    Path finish() throws IOException {
        channel.truncate(head.size());
        synchronized (flushing) {
            channel.force(true);
        }
        if (unflushable != null) {
            throw unflushable;
        }
        channel.close();
        journal.close();
        return moved(name, number);
    }

    /// Gives a file that stayed wrong a name that says so.
    Path setAside() throws IOException {
        channel.close();
        journal.close();
        return moved(FileNames.marked(name, " (damaged)"), 1);
    }

    private Path moved(String wanted, int from) throws IOException {
        for (int at = from; at < MOST_NAMES; at++) {
            var target = folder.resolve(FileNames.numbered(wanted, at));
            try {
                Files.move(path(), target);
                Files.deleteIfExists(journal(path()));
                return target;
            } catch (FileAlreadyExistsException taken) {
                // the next number then
            }
        }
        throw new FileAlreadyExistsException(wanted);
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(path());
        Files.deleteIfExists(journal(path()));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        journal.close();
    }
}
