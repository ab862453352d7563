package app.lectern;

import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/// For the start-up measurement in `src/bench`: with `-Dlectern.measure=start` the window says how long after the process
/// began it could be used, and closes again.
final class StartTimes {
    private StartTimes() {}

    static void windowShown(Stage stage) {
        if (!"start".equals(System.getProperty("lectern.measure"))) {
            return;
        }
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                // the second pulse comes after the first picture was painted
                if (++frames == 2) {
                    stop();
                    var began = ProcessHandle.current().info().startInstant().orElseThrow();
                    System.getLogger("app.lectern.start").log(System.Logger.Level.INFO, "window usable after {0} ms",
                            Long.toString(java.time.Duration.between(began, java.time.Clock.systemUTC().instant()).toMillis()));
                    stage.hide();
                }
            }
        }.start();
    }
}
