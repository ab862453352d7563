package app.lectern.shell;

import javafx.animation.AnimationTimer;

/// Puts off what the first picture of a window does not need until that picture is on the screen: on two cores everything that
/// runs meanwhile delays it.
public final class FirstPaint {
    private FirstPaint() {}

    /// Call it on the FX thread when the window has been shown; `next` runs there too.
    public static void then(Runnable next) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                // the second pulse comes after the first picture was painted
                if (++pulses == 2) {
                    stop();
                    next.run();
                }
            }
        }.start();
    }
}
