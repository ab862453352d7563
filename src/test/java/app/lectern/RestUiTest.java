package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.jobs.JobInfo;
import app.lectern.shell.MainWindow;
import app.lectern.shell.Place;
import app.lectern.shell.Toolkit;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window that nobody touches draws nothing: a list that asks for its layout again and again costs a laptop its battery.
class RestUiTest {
    private static final long PATIENCE_SECONDS = 30;
    private static final int STILL_MILLIS = 400;

    private final AtomicInteger pulses = new AtomicInteger();
    private final List<String> asking = new CopyOnWriteArrayList<>();
    private DemoWindow demo;
    private MainWindow window;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        demo = new DemoWindow(folder);
        window = demo.showChosen(Place.OVERVIEW);
        Toolkit.run(() -> window.scene().addPreLayoutPulseListener(() -> {
            pulses.incrementAndGet();
            asking.clear();
            note(window.scene().getRoot());
        }));
        var done = new AtomicInteger();
        Toolkit.run(() -> demo.jobs.start(JobInfo.shown("Copying", JobInfo.Kind.OTHER), progress -> {
            for (int at = 0; at < 20; at++) {
                progress.count(at, 20);
                Thread.sleep(5);
            }
            return true;
        }, ended -> done.incrementAndGet(), problem -> {}));
        Toolkit.await(() -> done.get() == 1);
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @Test
    void everyScreenComesToRest() throws Exception {
        for (var place : Place.values()) {
            Toolkit.run(() -> window.go(place));
            assertThat(rests()).as(() -> place + " wants its layout again and again: " + asking).isTrue();
        }
    }

    @Test
    void theTaskListComesToRestOpenAndClosed() throws Exception {
        press();
        assertThat(rests()).isTrue();
        press();
        assertThat(rests()).isTrue();
    }

    private void note(Parent of) {
        if (of.isNeedsLayout()) {
            asking.add(of.getClass().getSimpleName() + of.getStyleClass());
        }
        of.getChildrenUnmodifiable().stream().filter(Parent.class::isInstance).map(Parent.class::cast).forEach(this::note);
    }

    private void press() {
        Toolkit.run(() -> ((Button) demo.find("task-strip-expand")).fire());
    }

    /// A cursor in a field blinks, so the keyboard is taken somewhere else.
    private boolean rests() throws Exception {
        Toolkit.await(() -> !demo.jobs.atWork());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < until) {
            Toolkit.run(() -> window.scene().getRoot().requestFocus());
            int before = pulses.get();
            Thread.sleep(STILL_MILLIS);
            if (pulses.get() - before <= 2) {
                return true;
            }
        }
        return false;
    }
}
