package app.lectern.recordings.downloads;

import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.recordings.downloads.FileSource.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Brings one file here: waits for its place, fetches what is missing, renews what expired, verifies, mends, names. Whatever
/// ends it early, what has come stays for the next time.
public final class FileDownload {
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final int RENEWALS = 3;
    private static final int VERSIONS = 3;

    private final String identity;
    private final Path folder;
    private final String name;
    private final FileSource source;
    private final Lanes lanes;
    private final Disk disk;
    private final Transfer transfer;
    private int renewals;
    private long receivedAtRenewal = -1;
    private int versions;

    /// @param identity the source's own name for the file, by which an unfinished one is recognised
    /// @param name     a safe name, see [FileNames]
    /// @param expected how many bytes it will probably be
    public FileDownload(String identity, Path folder, String name, long expected, FileSource source, Lanes lanes) {
        this(identity, folder, name, expected, source, lanes, Disk.REAL);
    }

    FileDownload(String identity, Path folder, String name, long expected, FileSource source, Lanes lanes, Disk disk) {
        this.identity = identity;
        this.folder = folder;
        this.name = name;
        this.source = source;
        this.lanes = lanes;
        this.disk = disk;
        this.transfer = new Transfer(identity, source, expected, lanes);
    }

    /// Throws a ProblemException when the file did not come; cancelled by interrupting.
    public DownloadResult run(Progress progress) throws InterruptedException {
        progress.checkpoint();
        lanes.enter(transfer);
        try {
            long started = System.nanoTime();
            var location = source.locate();
            while (true) {
                try (var part = open(location)) {
                    var whole = fetched(part, location, progress);
                    if (whole.isPresent()) {
                        return finished(part, whole.get(), Duration.ofNanos(System.nanoTime() - started));
                    }
                    transfer.stop();
                } catch (IOException refused) {
                    throw Disk.refused(folder, refused);
                }
                location = nextVersion();
            }
        } catch (CancellationException cancelled) {
            throw new InterruptedException();
        } finally {
            transfer.stop();
            lanes.leave(transfer);
        }
    }

    /// Takes away what a download that nobody wants any more has left.
    public static void forget(Path folder, String name, String identity) {
        try {
            if (PartFile.lies(folder, name, identity)) {
                PartFile.open(folder, name, new Journal.Head(identity, 0, "", "", PartFile.BLOCK), Disk.REAL).delete();
            }
        } catch (IOException refused) {
            throw Disk.refused(folder, refused);
        }
    }

    private PartFile open(Location location) throws IOException {
        var part = PartFile.open(folder, name, head(location), disk);
        try {
            disk.require(folder, part.left());
        } catch (ProblemException full) {
            dropIfEmpty(part);
            throw full;
        }
        transfer.begin(part, location);
        return part;
    }

    private static void dropIfEmpty(PartFile part) throws IOException {
        if (part.pieces().left() == part.pieces().count()) {
            part.delete();
        } else {
            part.close();
        }
    }

    /// The SHA-256 once everything is there and right; empty when there is a new version to begin with.
    private Optional<String> fetched(PartFile part, Location location, Progress progress) throws IOException, InterruptedException {
        boolean mended = false;
        while (true) {
            var hash = everythingIsThere(part, progress);
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            transfer.stop();
            if (part.matches()) {
                return hash.map(OrderedHash::hex);
            }
            if (mended) {
                var aside = part.setAside();
                throw Problem.of(Problem.Code.DOWNLOAD_DAMAGED).with("item", name).with("path", aside.toString()).raise();
            }
            mended = true;
            part.mend();
            transfer.begin(part, location);
        }
    }

    private Optional<OrderedHash> everythingIsThere(PartFile part, Progress progress) throws IOException, InterruptedException {
        var hash = new OrderedHash(part);
        while (part.pieces().left() > 0 || !hash.isComplete()) {
            lanes.stir();
            switch (hash.follow()) {
                case CAUGHT_UP -> transfer.await(MOMENT);
                case BEHIND -> {}
                case WRONG_BLOCK -> hash = new OrderedHash(part);
            }
            progress.bytes(part.head().size() - part.left(), part.head().size());
            if ((progress.paused() || progress.cancelled()) && !rested(part, progress) || !settled(part)) {
                return Optional.empty();
            }
        }
        return Optional.of(hash);
    }

    /// Does what the connections cannot; false when there is another version of the file.
    private boolean settled(PartFile part) {
        return switch (transfer.need()) {
            case NOTHING -> true;
            case ADDRESS -> renewed(part);
            case VERSION -> false;
            case GIVE_UP -> throw transfer.problem().raise();
        };
    }

    /// Paused: the connections and the place in the queue go to others.
    private boolean rested(PartFile part, Progress progress) throws InterruptedException {
        transfer.stop();
        lanes.leave(transfer);
        progress.checkpoint();
        lanes.enter(transfer);
        var fresh = source.locate();
        if (!continues(fresh, part)) {
            return false;
        }
        transfer.begin(part, fresh);
        return true;
    }

    private boolean continues(Location fresh, PartFile part) {
        return head(fresh).continues(part.head());
    }

    private Journal.Head head(Location of) {
        return new Journal.Head(identity, of.size(), of.version(), of.hash(), PartFile.BLOCK);
    }

    /// False when the file behind the fresh address is another one.
    private boolean renewed(PartFile part) {
        renewals = transfer.received() > receivedAtRenewal ? 0 : renewals + 1;
        receivedAtRenewal = transfer.received();
        if (renewals >= RENEWALS) {
            throw transfer.problem().raise();
        }
        var fresh = source.locate();
        if (!continues(fresh, part)) {
            return false;
        }
        transfer.moveTo(fresh);
        return true;
    }

    private Location nextVersion() {
        var fresh = source.locate();
        versions++;
        if (versions > VERSIONS) {
            throw Problem.of(Problem.Code.DOWNLOAD_CHANGED).with("item", name).raise();
        }
        return fresh;
    }

    private DownloadResult finished(PartFile part, String sha256, Duration took) throws IOException {
        transfer.stop();
        var file = part.finish();
        return new DownloadResult(file, part.head().size(), transfer.received(), took, part.hash(), sha256, !part.head().hash().isEmpty());
    }
}
