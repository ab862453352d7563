package app.lectern;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.input.InputEvent;
import javafx.stage.Window;

/// Gives memory back to the system once nobody works with the window and nothing runs. A sync, or a walk through all screens, makes the
/// heap grow, and the collector would keep what it got until it needs room for still more.
final class SpareMemory implements AutoCloseable {
    /// Nobody has touched anything for so long: the collection, some tenths of a second, is then noticed by nobody.
    static final Duration CALM = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final long WORTH_IT = 32L << 20;
    private static final Logger LOG = System.getLogger(SpareMemory.class.getName());

    private final BooleanSupplier working;
    private final LongSupplier held;
    private final LongSupplier nanos;
    private final Runnable collection;
    private final EventHandler<InputEvent> touched = event -> touched();
    private final ListChangeListener<Window> appeared = this::appeared;
    private volatile long lastTouch;
    private long kept;
    private Thread watch;

    /// @param working    whether something runs in the background
    /// @param held       the heap's bytes, used or not
    /// @param collection what gives back those that are not needed
    SpareMemory(BooleanSupplier working, LongSupplier held, LongSupplier nanos, Runnable collection) {
        this.working = working;
        this.held = held;
        this.nanos = nanos;
        this.collection = collection;
        touched();
    }

    static SpareMemory ofThisProgram(BooleanSupplier working) {
        return new SpareMemory(working, Runtime.getRuntime()::totalMemory, System::nanoTime, System::gc);
    }

    /// Looks from time to time from now on. On the FX thread.
    void start() {
        Window.getWindows().forEach(window -> window.addEventFilter(InputEvent.ANY, touched));
        Window.getWindows().addListener(appeared);
        watch = Thread.ofVirtual().name("spare-memory").start(this::watch);
    }

    private void appeared(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(window -> window.addEventFilter(InputEvent.ANY, touched));
            change.getRemoved().forEach(window -> window.removeEventFilter(InputEvent.ANY, touched));
        }
    }

    private void touched() {
        lastTouch = nanos.getAsLong();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                look();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// Collects when it is calm and more is held than was kept the last time. Work counts as a touch, since its end is followed by
    /// somebody who looks at what came of it.
    void look() {
        if (working.getAsBoolean()) {
            touched();
        } else if (nanos.getAsLong() - lastTouch >= CALM.toNanos() && held.getAsLong() - kept >= WORTH_IT) {
            long before = held.getAsLong();
            collection.run();
            kept = held.getAsLong();
            LOG.log(Level.DEBUG, "heap of {0} MB is one of {1} MB now", before >> 20, kept >> 20);
        }
    }

    /// On the FX thread.
    @Override
    public void close() {
        Window.getWindows().removeListener(appeared);
        Window.getWindows().forEach(window -> window.removeEventFilter(InputEvent.ANY, touched));
        if (watch != null) {
            watch.interrupt();
        }
    }
}
