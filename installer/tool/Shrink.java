import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Writes a copy of the Graph SDK's jar that holds only what Lectern can reach, and says which tests reach further: those talk
/// to the SDK themselves and must run against the whole jar.
///
///     java Shrink.java --sdk JAR --to JAR --program FOLDER --libraries FOLDER [--tests FOLDER --beyond FILE]
///
/// What is kept follows from the program's class files alone; there is no list to maintain.
final class Shrink {
    private Shrink() {}

    static void main(String[] args) throws Exception {
        var given = Arguments.of(args);
        var sdk = given.path("sdk");
        var program = given.path("program");
        var others = libraries(given.path("libraries"), sdk);
        try (var whole = ClassSource.open(sdk); var outside = ClassSource.open(others); var own = ClassSource.open(program)) {
            var reached = new Reachability(whole, outside);
            own.names().forEach(name -> reached.fromOutside(own.read(name)));
            outside.names().forEach(name -> reached.fromOutside(outside.read(name)));
            reached.walk();

            var target = given.path("to");
            var written = new ShrunkJar(whole, reached).write(target);
            System.out.printf("Graph SDK: %,d of %,d classes kept, %,d of %,d kB%n", written, whole.names().size(),
                    Files.size(target) / 1024, Files.size(sdk) / 1024);
            given.optional("tests").ifPresent(tests -> writeBeyond(tests, given.path("beyond"), reached));
        }
    }

    private static List<Path> libraries(Path folder, Path sdk) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.getFileName().equals(sdk.getFileName()))
                    .sorted().toList();
        }
    }

    private static void writeBeyond(Path folder, Path file, Reachability reached) {
        try (var tests = ClassSource.open(folder)) {
            var beyond = new TreeSet<>(new TestsBeyond(tests, reached).names());
            var patterns = new ArrayList<String>();
            beyond.forEach(name -> patterns.add(name + ".class"));
            Files.createDirectories(file.getParent());
            Files.write(file, patterns);
            System.out.printf("%d test classes use more of the SDK than the program does: %s%n", beyond.size(), beyond);
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }
}
