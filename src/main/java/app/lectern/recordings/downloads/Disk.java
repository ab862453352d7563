package app.lectern.recordings.downloads;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// The disk under a downloads folder, as far as it can run out or refuse.
interface Disk {
    /// Left to the rest of the computer.
    long SPARED = 64L << 20;

    Disk REAL = new Disk() {
        @Override
        public long free(Path folder) throws IOException {
            return Files.getFileStore(folder).getUsableSpace();
        }

        @Override
        public FileChannel open(Path file) throws IOException {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
    };

    long free(Path folder) throws IOException;

    FileChannel open(Path file) throws IOException;

    /// Raises DISK_FULL unless so many bytes fit.
    default void require(Path folder, long bytes) {
        try {
            if (free(folder) < bytes + SPARED) {
                throw Problem.of(Problem.Code.DISK_FULL).with("path", folder.toString()).raise();
            }
        } catch (IOException unknown) {
            throw refused(folder, unknown);
        }
    }

    static ProblemException refused(Path path, IOException failure) {
        var said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = said.contains("no space left") || said.contains("not enough space") || said.contains("quota exceeded");
        return Problem.of(full ? Problem.Code.DISK_FULL : Problem.Code.FOLDER_UNUSABLE).with("path", path.toString()).raise(failure);
    }
}
