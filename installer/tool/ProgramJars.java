import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javafx.css.Stylesheet;

/// Lays out the jars that the program is started with: its own first, the shrunk Graph SDK in the place of the whole one, all of
/// them repacked without compression. Beside each of its own style sheets stands the form that the toolkit reads without parsing.
final class ProgramJars {
    private ProgramJars() {}

    static List<Path> lay(Path program, Path libraries, Path sdk, Path folder) throws IOException {
        Folders.empty(folder);
        var jars = new ArrayList<Path>();
        jars.add(stored(program, folder.resolve("lectern.jar")));
        try (Stream<Path> files = Files.list(libraries)) {
            for (var jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                var shrunk = jar.getFileName().equals(sdk.getFileName()) ? sdk : jar;
                jars.add(stored(shrunk, folder.resolve(jar.getFileName())));
            }
        }
        return jars;
    }

    private static Path stored(Path jar, Path to) throws IOException {
        try (var source = new ZipFile(jar.toFile()); var target = new StoredJar(to)) {
            for (Enumeration<? extends ZipEntry> entries = source.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                try (var in = source.getInputStream(entry)) {
                    var content = in.readAllBytes();
                    target.add(entry.getName(), content);
                    var parsed = entry.getName().replaceFirst("\\.css$", ".bss");
                    if (entry.getName().startsWith("app/lectern/") && !parsed.equals(entry.getName())) {
                        target.add(parsed, parsed(content));
                    }
                }
            }
        }
        return to;
    }

    private static byte[] parsed(byte[] sheet) throws IOException {
        var folder = Files.createTempDirectory("sheet");
        try {
            var from = Files.write(folder.resolve("sheet.css"), sheet);
            var to = folder.resolve("sheet.bss");
            Stylesheet.convertToBinary(from.toFile(), to.toFile());
            return Files.readAllBytes(to);
        } finally {
            Folders.remove(folder);
        }
    }
}
