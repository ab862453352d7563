package app.lectern.recordings.downloads;

import app.lectern.jobs.Progress;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file on this computer: its hashes, and a copy or a small file that is whole or not there.
public final class LocalFile {
    private static final int BLOCK = 1 << 20;
    private static final int MOST_NAMES = 10_000;

    private LocalFile() {}

    /// What a file's bytes come to.
    public record Sums(long size, String quickXor, String sha256) {}

    /// Reads the whole file; a cancel ends it between two blocks.
    public static Sums sums(Path file, Progress progress) throws IOException, InterruptedException {
        var sha = sha256();
        var sum = new byte[QuickXor.BYTES];
        long at = 0;
        long size = Files.size(file);
        var buffer = new byte[BLOCK];
        try (var in = Files.newInputStream(file)) {
            for (int read = in.readNBytes(buffer, 0, BLOCK); read > 0; read = in.readNBytes(buffer, 0, BLOCK)) {
                progress.checkpoint();
                sha.update(buffer, 0, read);
                var share = QuickXor.share(buffer, 0, read, at);
                for (int each = 0; each < share.length; each++) {
                    sum[each] ^= share[each];
                }
                at += read;
                progress.bytes(at, size);
            }
        }
        return new Sums(at, QuickXor.hash(sum, at), HexFormat.of().formatHex(sha.digest()));
    }

    /// Writes a small file beside its final name first; a name that is taken gets a number.
    public static Path write(Path folder, String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        var part = Files.createTempFile(folder, ".lectern", ".part");
        try {
            Files.write(part, content);
            return named(part, folder, name);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// A whole copy under the first free name; what was begun and not ended goes away.
    public static Path copy(Path from, Path folder, String name, Progress progress) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Disk.REAL.require(folder, Files.size(from));
        var part = Files.createTempFile(folder, ".lectern", ".part");
        try {
            var buffer = new byte[BLOCK];
            try (var in = Files.newInputStream(from); var out = Files.newOutputStream(part)) {
                for (int read = in.readNBytes(buffer, 0, BLOCK); read > 0; read = in.readNBytes(buffer, 0, BLOCK)) {
                    progress.checkpoint();
                    out.write(buffer, 0, read);
                }
            }
            return named(part, folder, name);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Replaces a small file in one step.
    public static void replace(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var part = Files.createTempFile(file.toAbsolutePath().getParent(), ".lectern", ".part");
        try {
            Files.write(part, content);
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException plain) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path named(Path part, Path folder, String name) throws IOException {
        for (int number = 1; number < MOST_NAMES; number++) {
            var target = folder.resolve(FileNames.numbered(name, number));
            try {
                return Files.move(part, target);
            } catch (FileAlreadyExistsException taken) {
                // the next number then
            }
        }
        throw new FileAlreadyExistsException(folder.resolve(name).toString());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
