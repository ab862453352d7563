package app.lectern;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// How tests start Java processes on their own class path: with the classes as one process has loaded them already, which halves the
/// time that each takes to start. The JVM keeps such an archive for jars alone, so what was compiled is packed first.
public final class ChildJvm {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final int PATIENCE_MINUTES = 3;

    private record Shared(String classPath, List<String> archive) {
        private static final Shared ONE = make();

        private static Shared make() {
            try {
                var folder = Files.createTempDirectory("lectern-child");
                folder.toFile().deleteOnExit();
                var classPath = packed(folder);
                var archive = folder.resolve("classes.jsa");
                train(folder, classPath, archive);
                return new Shared(classPath, Files.exists(archive) ? with(archive) : List.of());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private ChildJvm() {}

    /// The JVM complains that its own archive knows nothing of the module path, and uses both all the same.
    private static List<String> with(Path archive) {
        return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");
    }

    /// @param options more options for the JVM
    public static List<String> command(List<String> options, String main, String... arguments) {
        return command(Shared.ONE.archive(), Shared.ONE.classPath(), options, main, arguments);
    }

    private static List<String> command(List<String> archive, String classPath, List<String> options, String main, String... arguments) {
        var command = new ArrayList<>(List.of(JAVA, "--module-path", System.getProperty("jdk.module.path"), "--add-modules", "javafx.controls,javafx.fxml",
                "--enable-native-access=javafx.graphics,ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(archive);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        return command;
    }

    /// The class path with a jar in the place of every folder.
    private static String packed(Path folder) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .map(entry -> Files.isDirectory(entry) ? pack(entry, folder) : entry).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path pack(Path classes, Path folder) {
        try {
            var jar = Files.createTempFile(folder, classes.getFileName().toString(), ".jar");
            jar.toFile().deleteOnExit();
            try (var out = new ZipOutputStream(Files.newOutputStream(jar)); var files = Files.walk(classes)) {
                out.setLevel(0);
                for (var file : files.filter(each -> !each.equals(classes)).toList()) {
                    var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                    out.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
                    if (!Files.isDirectory(file)) {
                        Files.copy(file, out);
                    }
                    out.closeEntry();
                }
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Without an archive processes only start more slowly.
    private static void train(Path folder, String classPath, Path archive) throws IOException, InterruptedException {
        archive.toFile().deleteOnExit();
        var home = Files.createTempDirectory("lectern-trained");
        var training = new ProcessBuilder(command(List.of(), classPath, List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"), ChildTraining.class.getName(),
                home.toString())).redirectErrorStream(true).redirectOutput(folder.resolve("training.txt").toFile());
        folder.resolve("training.txt").toFile().deleteOnExit();
        training.environment().put("LECTERN_HOME", home.toString());
        var process = training.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        try (var left = Files.walk(home)) {
            left.map(Path::toFile).sorted(java.util.Comparator.reverseOrder()).forEach(File::delete);
        }
    }
}
