package app.lectern.shell;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// Runs something after a pause on the FX thread; asking again before it ran starts the pause anew.
public interface Later {
    void run(Duration pause, Runnable action);

    /// Runs what still waits, now.
    void flush();

    /// Forgets what still waits.
    void cancel();

    static Later onFxThread() {
        return new Later() {
            private final PauseTransition timer = new PauseTransition();
            private Runnable waiting = () -> {};

            @Override
            public void run(Duration pause, Runnable action) {
                waiting = action;
                timer.setDuration(javafx.util.Duration.millis(pause.toMillis()));
                timer.setOnFinished(done -> flush());
                timer.playFromStart();
            }

            @Override
            public void flush() {
                timer.stop();
                var action = waiting;
                waiting = () -> {};
                action.run();
            }

            @Override
            public void cancel() {
                timer.stop();
                waiting = () -> {};
            }
        };
    }
}
