import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Links the Java runtime: the modules that the jars use, JavaFX among them, uncompressed, since the package compresses. JavaFX's
/// native libraries lie beside the JDK's, where they are loaded from directly; inside the image they would be copied into the
/// person's home at the first start.
final class RuntimeImage {
    /// Nobody names these in code. Dates and numbers of other languages than English are found as a service.
    private static final List<String> SERVICES = List.of("jdk.localedata");
    private static final List<String> JAVAFX = List.of("javafx.controls", "javafx.fxml");

    private final Platform platform;
    private final Path javafx;
    private final Path work;

    RuntimeImage(Platform platform, Path javafx, Path work) {
        this.platform = platform;
        this.javafx = javafx;
        this.work = work;
    }

    Path link(Collection<String> used) throws IOException, InterruptedException {
        var modules = new TreeSet<>(used);
        modules.addAll(SERVICES);
        modules.addAll(JAVAFX);
        var natives = Folders.empty(work.resolve("natives"));
        var classes = Folders.empty(work.resolve("javafx"));
        for (var jar : jars()) {
            split(jar, classes.resolve(jar.getFileName()), natives);
        }
        var image = work.resolve("runtime");
        Folders.remove(image);
        var command = new ArrayList<>(List.of(Run.jdk(platform, "jlink"), "--module-path", classes.toString(),
                "--add-modules", String.join(",", modules), "--output", image.toString(),
                "--compress", "zip-0", "--no-header-files", "--no-man-pages", "--strip-native-commands"));
        Run.program(java.util.Map.of(), command);
        var program = Path.of(System.getProperty("java.home"), "bin", platform.program("java"));
        Folders.copy(program, Files.createDirectories(image.resolve("bin")).resolve(platform.program("java")));
        Folders.copy(natives, image.resolve(platform.is(Platform.System.WINDOWS) ? "bin" : "lib"));
        System.out.println("Runtime image of " + String.join(", ", modules));
        return image;
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(javafx)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static void split(Path jar, Path classes, Path natives) throws IOException {
        try (var source = new ZipFile(jar.toFile()); var target = new StoredJar(classes)) {
            for (Enumeration<? extends ZipEntry> entries = source.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                try (var in = source.getInputStream(entry)) {
                    if (entry.getName().matches("[^/]+\\.(so|dll|dylib)")) {
                        Files.write(natives.resolve(entry.getName()), in.readAllBytes());
                    } else {
                        target.add(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
    }
}
