package app.lectern;

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

/// Opens the window, visits every screen and prints which do not come to rest: `rested OVERVIEW`, or `draws MEETINGS ListView[list-view]`.
/// A process of its own, because whatever moves in another window of the process keeps all of them drawing.
final class RestChild {
    private static final long PATIENCE_SECONDS = 20;
    private static final int STILL_MILLIS = 400;

    private final AtomicInteger pulses = new AtomicInteger();
    private final List<String> asking = new CopyOnWriteArrayList<>();
    private final DemoWindow demo;
    private final MainWindow window;

    private RestChild(Path folder) {
        demo = new DemoWindow(folder);
        window = demo.showChosen(Place.OVERVIEW);
        Toolkit.run(() -> window.scene().addPreLayoutPulseListener(() -> {
            pulses.incrementAndGet();
            asking.clear();
            note(window.scene().getRoot());
        }));
    }

    public static void main(String[] folder) throws Exception {
        var child = new RestChild(Path.of(folder[0]));
        child.work();
        for (var place : Place.values()) {
            Toolkit.run(() -> child.window.go(place));
            child.look(place.name());
        }
        child.pressTasks();
        child.look("TASKS");
        child.pressTasks();
        child.look("CLOSED");
        child.demo.close();
        System.exit(0);
    }

    /// Something that changes the lines of the task list while it is not shown.
    private void work() throws Exception {
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

    private void note(Parent of) {
        if (of.isNeedsLayout()) {
            asking.add(of.getClass().getSimpleName() + of.getStyleClass());
        }
        of.getChildrenUnmodifiable().stream().filter(Parent.class::isInstance).map(Parent.class::cast).forEach(this::note);
    }

    private void pressTasks() {
        Toolkit.run(() -> ((Button) demo.find("task-strip-expand")).fire());
    }

    private void look(String what) throws Exception {
        System.out.println(rests() ? "rested " + what : "draws " + what + " " + asking);
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
