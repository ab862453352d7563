import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A jar whose entries are not compressed, all with one date: the package around it compresses better than each jar would, the
/// program reads it faster, and the same content gives the same bytes.
final class StoredJar implements AutoCloseable {
    private static final LocalDateTime DATE = LocalDateTime.of(2026, 11, 21, 0, 0);

    private final ZipOutputStream zip;

    StoredJar(Path file) throws IOException {
        zip = new ZipOutputStream(Files.newOutputStream(file));
    }

    void add(String name, byte[] content) throws IOException {
        var sum = new CRC32();
        sum.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(DATE);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
