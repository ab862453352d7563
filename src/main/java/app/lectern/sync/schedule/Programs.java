package app.lectern.sync.schedule;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts the system's own small programs: `systemctl`, `crontab`, `launchctl`, `schtasks`, and what tells about the network.
public interface Programs {
    int NOT_THERE = 127;

    /// @param status [#NOT_THERE] when there is no such program
    record Answer(int status, String out) {
        public boolean worked() {
            return status == 0;
        }
    }

    Answer run(List<String> command, String input);

    default Answer run(String... command) {
        return run(List.of(command), "");
    }

    static Programs ofSystem() {
        return (command, input) -> {
            try {
                var process = new ProcessBuilder(command).redirectErrorStream(true).start();
                try (var in = process.outputWriter()) {
                    in.write(input);
                }
                var out = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return new Answer(NOT_THERE, out);
                }
                return new Answer(process.exitValue(), out.strip());
            } catch (IOException missing) {
                return new Answer(NOT_THERE, "");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return new Answer(NOT_THERE, "");
            }
        };
    }
}
