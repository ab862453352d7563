package app.lectern;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Lectern as a process of its own, started from the test's class path and module path.
record LecternProcess(int status, String out, String err) {
    static LecternProcess run(Path home, List<String> jvm, String... arguments) throws IOException, InterruptedException {
        return run("app.lectern.Main", home, jvm, arguments);
    }

    /// @param main another class with a `main` of its own
    static LecternProcess run(String main, Path home, List<String> jvm, String... arguments) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(ChildJvm.command(jvm, main, arguments));
        builder.environment().put("LECTERN_HOME", home.toString());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        var out = home.resolveSibling(home.getFileName() + "-out.txt").toFile();
        var err = home.resolveSibling(home.getFileName() + "-err.txt").toFile();
        var process = builder.redirectOutput(out).redirectError(err).start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("Lectern did not end: " + String.join(" ", arguments));
        }
        return new LecternProcess(process.exitValue(), java.nio.file.Files.readString(out.toPath()), java.nio.file.Files.readString(err.toPath()));
    }
}
