package app.lectern;

import app.lectern.shell.FirstPaint;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Place;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import javafx.application.Platform;
import javafx.stage.Stage;

/// For the measurements in `src/bench` and the training of the AOT cache. With `-Dlectern.measure=start` the window says how long
/// after the process began it could be used and when its first screen was there, and closes again; with `visit` it then shows every
/// screen, settles for `lectern.measure.settle` seconds, rests for `lectern.measure.rest` seconds, and says what memory it holds and what
/// doing nothing cost. When the process began it is told by `lectern.measure.began`, in milliseconds: the system knows the
/// start of a process by the second in which the computer was started, and can be off by one.
final class StartTimes {
    private static final Logger LOG = System.getLogger("app.lectern.start");
    private static final Duration PER_SCREEN = Duration.ofMillis(900);
    private static final Path STATUS = Path.of("/proc/self/status");

    private final Stage stage;
    private final MainWindow window;
    private final Clock clock;

    private StartTimes(Stage stage, MainWindow window, Clock clock) {
        this.stage = stage;
        this.window = window;
        this.clock = clock;
    }

    /// Called when the window's first picture is on the screen.
    static void windowPainted(Clock clock) {
        if (!measure().isEmpty()) {
            say("window usable after {0} ms", sinceStart(clock));
            say("until then the processor worked {0} ms", processorTime().toMillis());
        }
    }

    /// Called when the screens are in the window.
    static void windowFurnished(Stage stage, MainWindow window, Clock clock) {
        if (!measure().isEmpty()) {
            FirstPaint.then(() -> new StartTimes(stage, window, clock).furnished());
        }
    }

    private static String measure() {
        return System.getProperty("lectern.measure", "");
    }

    private void furnished() {
        say("first screen filled after {0} ms", sinceStart(clock));
        switch (measure()) {
            case "start" -> stage.hide();
            case "visit" -> visit(Arrays.asList(Place.values()).iterator());
            default -> { }
        }
    }

    private static long sinceStart(Clock clock) {
        var told = Long.getLong("lectern.measure.began");
        var began = told == null ? ProcessHandle.current().info().startInstant().orElseThrow() : Instant.ofEpochMilli(told);
        return Duration.between(began, clock.instant()).toMillis();
    }

    private void visit(Iterator<Place> places) {
        if (places.hasNext()) {
            window.go(places.next());
            after(PER_SCREEN, () -> visit(places));
        } else {
            window.go(Place.OVERVIEW);
            after(PER_SCREEN.plusSeconds(Long.getLong("lectern.measure.settle", 0)), this::rest);
        }
    }

    private void rest() {
        var seconds = Duration.ofSeconds(Long.getLong("lectern.measure.rest", 0));
        var before = processorTime();
        after(seconds, () -> {
            say("at rest for {0} s", seconds.toSeconds());
            say("at rest the processor worked {0} ms", processorTime().minus(before).toMillis());
            say("after all screens resident {0} kB", resident());
            stage.hide();
        });
    }

    /// Not an animation, which would keep the pulses going that are to be at rest.
    private static void after(Duration time, Runnable then) {
        Thread.ofVirtual().name("measure").start(() -> {
            try {
                Thread.sleep(time);
                Platform.runLater(then);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// What the system counts as this process's memory; only Linux tells.
    private static long resident() {
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
        } catch (IOException notHere) {
            return 0;
        }
    }

    /// As text, so that no thousands are grouped.
    private static void say(String what, long number) {
        LOG.log(Level.INFO, what, Long.toString(number));
    }
}
