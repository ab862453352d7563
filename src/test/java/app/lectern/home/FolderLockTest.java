package app.lectern.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void onlyOneHasIt() {
        var home = new Home(folder.resolve("home"));
        try (var _ = FolderLock.take(home)) {
            var thrown = catchThrowableOfType(ProblemException.class, () -> FolderLock.take(home, Duration.ofMillis(50)));
            assertThat(thrown.problem().code()).isEqualTo(Problem.Code.STORE_IN_USE);
        }
        FolderLock.take(home, Duration.ZERO).close();
    }

    @Test
    void whoeverWaitsForItCanBeCancelled() throws InterruptedException {
        var home = new Home(folder.resolve("home"));
        var outcome = new AtomicReference<Throwable>();
        try (var _ = FolderLock.take(home)) {
            var waiting = Thread.ofVirtual().start(() -> {
                try {
                    FolderLock.take(home).close();
                } catch (CancellationException cancelled) {
                    outcome.set(cancelled);
                }
            });
            waiting.interrupt();
            waiting.join();
        }
        assertThat(outcome.get()).isInstanceOf(CancellationException.class);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        var home = new Home(Files.writeString(folder.resolve("file"), "").resolve("home"));
        var thrown = catchThrowableOfType(ProblemException.class, () -> FolderLock.take(home));
        assertThat(thrown.problem().code()).isEqualTo(Problem.Code.FOLDER_UNUSABLE);
        assertThat(thrown.problem().facts()).containsEntry("path", home.folder().toString());
    }
}
