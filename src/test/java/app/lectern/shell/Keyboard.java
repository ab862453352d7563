package app.lectern.shell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.testfx.api.FxRobot;

/// TestFX's robot, but it goes on as soon as the window has dealt with a key and laid itself out anew, where that one pauses fifty
/// milliseconds after every key that goes down and every one that comes up. What is typed is typed in one go.
public final class Keyboard extends FxRobot {
    private static final int PATIENCE_SECONDS = 60;

    private Robot keys;

    @Override
    public Keyboard push(KeyCode... combination) {
        press(combination);
        // what a key that goes down has set off comes before it goes up
        Toolkit.run(() -> {});
        for (int at = combination.length - 1; at >= 0; at--) {
            release(combination[at]);
        }
        settle();
        return this;
    }

    @Override
    public Keyboard press(KeyCode... pressed) {
        for (var key : pressed) {
            Toolkit.run(() -> keys().keyPress(key));
        }
        return this;
    }

    @Override
    public Keyboard release(KeyCode... released) {
        for (var key : released) {
            Toolkit.run(() -> keys().keyRelease(key));
        }
        return this;
    }

    @Override
    public Keyboard write(String text) {
        Typing.write(text);
        settle();
        return this;
    }

    /// On the FX thread.
    private Robot keys() {
        if (keys == null) {
            keys = new Robot();
        }
        return keys;
    }

    /// Waits until the window has done what was asked of it so far, and has been laid out after that.
    public static void settle() {
        var laidOut = new CountDownLatch(1);
        Toolkit.run(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                Platform.runLater(laidOut::countDown);
            }
        }.start());
        try {
            if (!laidOut.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the window was not laid out");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
