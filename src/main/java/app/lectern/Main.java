package app.lectern;

import app.lectern.cli.Terminal;
import app.lectern.problems.ProblemText;
import app.lectern.problems.Unexpected;
import app.lectern.vault.Keychain;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where Lectern starts: no arguments open the window, arguments run a command. That path loads no JavaFX class.
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        // Read by H2 when its classes load; a store that is shared must be so on this computer only.
        if (System.getProperty("h2.bindAddress") == null) {
            System.setProperty("h2.bindAddress", "127.0.0.1");
        }
        System.exit(args.length == 0 ? window(System.getenv()) : command(args, System.getenv()));
    }

    private static int command(String[] args, Map<String, String> environment) {
        try (var start = new CommandLineStart(Terminal.ofProcess(environment), environment, Keychain.ofSystem(), TourStart::photograph)) {
            return start.run(args);
        }
    }

    private static int window(Map<String, String> environment) throws Exception {
        try {
            if (!hasDisplay(environment)) {
                return tourInstead(Start.of(Optional.empty(), environment));
            }
            WindowStart.run(() -> Start.of(Optional.empty(), environment));
            return 0;
        } catch (RuntimeException unusable) {
            var problem = Unexpected.from(unusable);
            System.err.println(new ProblemText(new Words(Locale.getDefault(), ZoneId.systemDefault(), Clock.systemUTC())).paragraph(problem));
            return problem.code().exit().number();
        }
    }

    private static int tourInstead(Start start) throws Exception {
        var folder = start.home().folder().resolve("tour");
        System.err.println(start.words().text("start.no-display"));
        List<Path> pictures = TourStart.photograph(folder);
        System.out.println(start.words().text("tour.done", pictures.size(), folder));
        return 0;
    }

    /// Windows and macOS always have one; on Linux the session says where it is. Tests set the headless platform instead.
    private static boolean hasDisplay(Map<String, String> environment) {
        return !System.getProperty("os.name").startsWith("Linux")
                || "Headless".equals(System.getProperty("glass.platform"))
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }
}
