import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs another program to its end; its output is shown when it fails.
final class Run {
    private Run() {}

    static void program(String... command) throws IOException, InterruptedException {
        program(Map.of(), List.of(command));
    }

    static void program(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile("pack", ".txt");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            int status = builder.start().waitFor();
            if (status != 0) {
                throw new IOException(command.getFirst() + " ended with " + status + ":\n" + Files.readString(output) + "\n" + command);
            }
        } finally {
            Files.delete(output);
        }
    }

    static String jdk(Platform platform, String tool) {
        return Path.of(System.getProperty("java.home"), "bin", platform.program(tool)).toString();
    }

    static boolean has(String program) {
        return java.util.Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
