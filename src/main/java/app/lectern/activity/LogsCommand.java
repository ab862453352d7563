package app.lectern.activity;

import app.lectern.cli.Output;
import app.lectern.home.Home;
import app.lectern.home.LogFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lectern logs`: the end of the program's own log, and with `--follow` what comes after it until Ctrl+C.
@Command(name = "logs")
public final class LogsCommand implements Callable<Integer> {
    private static final long LOOK_EVERY_MILLIS = 500;

    @Option(names = {"-n", "--lines"}, paramLabel = "N", descriptionKey = "lectern.logs.lines", defaultValue = "50")
    private int lines;

    @Option(names = {"-f", "--follow"}, descriptionKey = "lectern.logs.follow")
    private boolean follow;

    private final Supplier<Home> home;
    private final Output output;

    public LogsCommand(Supplier<Home> home, Output output) {
        this.home = home;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        var in = home.get();
        var files = LogFile.files(in);
        var last = files.isEmpty() ? java.util.List.<String>of() : LogFile.tail(files.getFirst()).lines().toList();
        var shown = last.subList(Math.max(0, last.size() - lines), last.size());
        if (output.wantsJson()) {
            output.json(Map.of("file", files.isEmpty() ? "" : files.getFirst().toString(), "lines", shown));
            return 0;
        }
        if (shown.isEmpty() && !follow) {
            output.say("logs.empty", in.logs());
        }
        shown.forEach(output::line);
        if (follow) {
            follow(in);
        }
        return 0;
    }

    private void follow(Home in) throws InterruptedException {
        var read = new HashMap<Path, Long>();
        LogFile.files(in).forEach(file -> read.put(file, LogFile.size(file)));
        while (true) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            for (var file : LogFile.files(in)) {
                print(file, read);
            }
        }
    }

    /// A file that has become shorter was turned over and begins anew; half a line waits for its end.
    private void print(Path file, Map<Path, Long> read) {
        long size = LogFile.size(file);
        long from = read.getOrDefault(file, 0L);
        if (size < from) {
            from = 0;
        }
        if (size == from) {
            read.put(file, size);
            return;
        }
        var text = LogFile.read(file, from);
        int whole = text.lastIndexOf('\n') + 1;
        text.substring(0, whole).lines().forEach(output::line);
        read.put(file, from + text.substring(0, whole).getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
    }
}
