import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/// Writes the SHA-256 sums of the packages in the form that `sha256sum --check` reads, and prints their sizes.
final class Sums {
    private Sums() {}

    static void write(Path folder) throws IOException, NoSuchAlgorithmException {
        var lines = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                lines.append(HexFormat.of().formatHex(sum)).append("  ").append(file.getFileName()).append('\n');
                System.out.printf("%6.1f MB  %s%n", SpaceReport.megabytes(Files.size(file)), file.getFileName());
            }
        }
        Files.writeString(folder.resolve("SHA256SUMS"), lines);
    }
}
