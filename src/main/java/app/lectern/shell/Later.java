package app.lectern.shell;

import java.time.Duration;
import javafx.application.Platform;

/// Runs something after a pause on the FX thread; asking again before it ran starts the pause anew.
public interface Later {
    void run(Duration pause, Runnable action);

    /// Runs what still waits, now.
    void flush();

    /// Forgets what still waits.
    void cancel();

    /// Belongs to the FX thread. A pause is no animation: JavaFX would draw sixty times a second until it is over.
    static Later onFxThread() {
        return new Later() {
            private Thread pausing;
            private Runnable waiting = () -> {};

            @Override
            public void run(Duration pause, Runnable action) {
                cancel();
                waiting = action;
                pausing = Thread.ofVirtual().name("later").start(() -> {
                    var me = Thread.currentThread();
                    try {
                        Thread.sleep(pause);
                        Platform.runLater(() -> {
                            if (pausing == me) {
                                flush();
                            }
                        });
                    } catch (InterruptedException askedAgain) {
                        me.interrupt();
                    }
                });
            }

            @Override
            public void flush() {
                var action = waiting;
                cancel();
                action.run();
            }

            @Override
            public void cancel() {
                if (pausing != null) {
                    pausing.interrupt();
                    pausing = null;
                }
                waiting = () -> {};
            }
        };
    }
}
