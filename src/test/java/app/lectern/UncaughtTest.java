package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.problems.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UncaughtTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-29T10:00:00Z"));
    private final List<Problem> told = new ArrayList<>();
    private final Uncaught uncaught = new Uncaught(told::add, now::get);

    @Test
    void whatNobodyCaughtIsTold() throws Exception {
        var thread = new Thread(() -> {
            throw new IllegalStateException("a row without a meeting");
        });
        thread.setUncaughtExceptionHandler(uncaught);
        thread.start();
        thread.join();
        assertThat(told).singleElement().satisfies(problem -> assertThat(problem.code()).isEqualTo(Problem.Code.UNEXPECTED));
    }

    @Test
    void aFaultOfEveryFrameIsToldOnceInAWhile() {
        for (int frame = 0; frame < 600; frame++) {
            uncaught.uncaughtException(Thread.currentThread(), new NullPointerException("frame"));
            now.updateAndGet(at -> at.plusMillis(100));
        }
        assertThat(told).hasSize(2);
    }
}
