import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Files and folders: emptied, copied with times and rights, and given one date.
final class Folders {
    /// On everything that is packed, so that the same sources give the same package. An AOT cache remembers the dates of its
    /// jars; even seconds survive every archive format.
    static final Instant DATE = Instant.parse("2026-11-21T00:00:00Z");

    private Folders() {}

    static Path empty(Path folder) throws IOException {
        remove(folder);
        return Files.createDirectories(folder);
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (var each : all(folder).reversed()) {
                Files.delete(each);
            }
        }
    }

    /// The folder and everything in it, parents first.
    static List<Path> all(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void copy(Path from, Path to) {
        try {
            for (var each : all(from)) {
                var copied = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each) && !Files.isSymbolicLink(each)) {
                    Files.createDirectories(copied);
                } else {
                    Files.createDirectories(copied.getParent());
                    Files.copy(each, copied, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void date(Path folder) throws IOException {
        for (var each : all(folder).reversed()) {
            if (!Files.isSymbolicLink(each)) {
                Files.setLastModifiedTime(each, FileTime.from(DATE));
            }
        }
    }

    static long size(Path folder) {
        return all(folder).stream().filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).mapToLong(file -> file.toFile().length()).sum();
    }
}
