package app.lectern.soak;

import app.lectern.ChildJvm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lectern's processes on one data folder, each started as a person would, and all of them killed at once.
final class SoakProgram {
    /// How a command ended: `-1` for one that was killed.
    record Ended(int status, String out, String err) {
        boolean isKilled() {
            return status < 0;
        }

        JsonNode json() {
            try {
                return out.isBlank() ? JSON.missingNode() : JSON.readTree(out);
            } catch (IOException cutOff) {
                return JSON.missingNode();
            }
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SIGNALS = 128;

    private final Path home;
    private final Path logs;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final List<Path> errors = new ArrayList<>();
    private final AtomicInteger number = new AtomicInteger();

    SoakProgram(Path home, Path logs) {
        this.home = home;
        this.logs = logs;
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    /// Waits for the command's end.
    Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var name = arguments[0] + "-" + number.incrementAndGet();
        var all = new ArrayList<>(List.of("--json", "--yes"));
        all.addAll(Arrays.asList(arguments));
        var process = start(name, "app.lectern.Main", all, environment);
        try {
            int status = process.waitFor();
            return new Ended(status > SIGNALS ? -1 : status, Files.readString(out(name)), Files.readString(err(name)));
        } finally {
            running.remove(process);
        }
    }

    Process window(long seed) throws IOException {
        return start("window-" + number.incrementAndGet(), SoakWindow.class.getName(), List.of(Long.toString(seed)), Map.of());
    }

    private Process start(String name, String main, List<String> arguments, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(ChildJvm.command(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Xmx320m"), main, arguments.toArray(String[]::new)));
        builder.environment().putAll(environment);
        builder.environment().put("LECTERN_HOME", home.toString());
        var process = builder.redirectOutput(out(name).toFile()).redirectError(err(name).toFile()).start();
        synchronized (errors) {
            errors.add(err(name));
        }
        running.add(process);
        return process;
    }

    private Path out(String name) {
        return logs.resolve(name + ".out");
    }

    private Path err(String name) {
        return logs.resolve(name + ".err");
    }

    /// `kill -9` for everything that runs.
    int kill() {
        int killed = 0;
        for (var process : List.copyOf(running)) {
            if (process.isAlive()) {
                process.destroyForcibly().onExit().join();
                killed++;
            }
            running.remove(process);
        }
        return killed;
    }

    /// What was thrown without anybody having caught it: it stands in no window and no answer, only on standard error.
    List<String> uncaught() throws IOException {
        var found = new ArrayList<String>();
        List<Path> files;
        synchronized (errors) {
            files = List.copyOf(errors);
        }
        for (var file : files) {
            Stream.of(Files.readString(file).split("\n\\s*\n|\n--- ")).filter(SoakProgram::isThrown)
                    .forEach(trace -> found.add(file.getFileName() + ": " + trace.strip().lines().limit(3).collect(Collectors.joining(" "))));
        }
        return found;
    }

    /// The headless screen itself fails to draw what hangs over its edge; nobody's screen does.
    private static boolean isThrown(String trace) {
        return trace.lines().anyMatch(line -> line.startsWith("Exception in") || line.matches("(\\w+\\.)+\\w*(Exception|Error)\\b.*"))
                && !trace.contains("HeadlessWindow.blit");
    }

    static long residentKilobytes(Process process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
