package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.shell.Toolkit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class SpareMemoryTest {
    private static final long MEGABYTE = 1 << 20;

    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicLong held = new AtomicLong(100 * MEGABYTE);
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);
    private final AtomicInteger collections = new AtomicInteger();
    private final SpareMemory spare = new SpareMemory(working::get, held::get, now::get, () -> {
        collections.incrementAndGet();
        held.set(60 * MEGABYTE);
    });

    @Test
    void memoryIsGivenBackOnceItHasBeenCalmForAWhile() {
        spare.look();
        assertThat(collections).hasValue(0);
        calm();
        spare.look();
        assertThat(collections).hasValue(1);
    }

    @Test
    void whatWasKeptIsNotCollectedAgainUntilTheHeapHasGrown() {
        calm();
        spare.look();
        calm();
        spare.look();
        held.set(91 * MEGABYTE);
        spare.look();
        assertThat(collections).hasValue(1);
        held.set(92 * MEGABYTE);
        spare.look();
        assertThat(collections).hasValue(2);
    }

    @Test
    void workIsNotInterruptedAndItsEndIsFollowedByAWhileOfCalm() {
        working.set(true);
        calm();
        spare.look();
        working.set(false);
        spare.look();
        assertThat(collections).hasValue(0);
        calm();
        spare.look();
        assertThat(collections).hasValue(1);
    }

    @Test
    void whoeverTouchesAnyWindowIsNotDisturbed() throws Exception {
        Toolkit.start();
        var stage = Toolkit.onFx(Stage::new);
        Toolkit.run(spare::start);
        try {
            Toolkit.run(() -> {
                stage.setScene(new Scene(new Pane(), 100, 100));
                stage.show();
            });
            calm();
            Toolkit.run(() -> Event.fireEvent(stage, new KeyEvent(KeyEvent.KEY_PRESSED, "a", "a", KeyCode.A, false, false, false, false)));
            spare.look();
            assertThat(collections).hasValue(0);
        } finally {
            Toolkit.run(spare::close);
            Toolkit.run(stage::hide);
        }
    }

    private void calm() {
        now.addAndGet(SpareMemory.CALM.toNanos());
    }
}
