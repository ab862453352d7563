package app.lectern.shell;

import java.time.Duration;

/// A pause that ends when the test says so.
public final class ManualLater implements Later {
    private Runnable waiting = () -> {};
    private int asked;

    @Override
    public void run(Duration pause, Runnable action) {
        waiting = action;
        asked++;
    }

    @Override
    public void flush() {
        var action = waiting;
        waiting = () -> {};
        action.run();
    }

    @Override
    public void cancel() {
        waiting = () -> {};
    }

    public int asked() {
        return asked;
    }
}
