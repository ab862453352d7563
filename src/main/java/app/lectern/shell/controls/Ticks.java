package app.lectern.shell.controls;

import java.lang.ref.WeakReference;
import java.time.Duration;
import javafx.application.Platform;
import javafx.scene.Node;

/// Calls something on the FX thread again and again. Not a timeline, which keeps JavaFX drawing sixty times a second
/// all the while it waits for its next frame. Whoever wants the calls keeps it: they end when it is forgotten.
public final class Ticks {
    private final Duration pause;
    private final Runnable tick;
    private Thread running;

    public Ticks(Duration pause, Runnable tick) {
        this.pause = pause;
        this.tick = tick;
    }

    /// Goes on while this node is in a window.
    public Ticks whileShown(Node node) {
        node.sceneProperty().subscribe(scene -> play(scene != null));
        return this;
    }

    public void play(boolean on) {
        if (on == (running != null)) {
            return;
        }
        if (on) {
            var self = new WeakReference<>(this);
            var each = pause;
            running = Thread.ofVirtual().name("ticks").start(() -> run(self, each));
        } else {
            running.interrupt();
            running = null;
        }
    }

    private static void run(WeakReference<Ticks> of, Duration each) {
        var me = Thread.currentThread();
        try {
            while (of.get() != null) {
                Thread.sleep(each);
                Platform.runLater(() -> {
                    var ticks = of.get();
                    if (ticks != null && ticks.running == me) {
                        ticks.tick.run();
                    }
                });
            }
        } catch (InterruptedException stopped) {
            me.interrupt();
        }
    }
}
