package app.lectern.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    private Path folder;

    @Test
    void ownLinesAndForeignWarningsGoToTheFileAndNothingToTheConsole() throws Exception {
        var console = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(console, true));
        try (var _ = LogFile.open(new Home(folder).prepare(), ZoneOffset.UTC, false)) {
            System.getLogger("app.lectern.jobs.Jobs").log(System.Logger.Level.INFO, "job {0} ended", 3);
            System.getLogger("org.foreign").log(System.Logger.Level.INFO, "chatter");
            org.slf4j.LoggerFactory.getLogger("org.freedesktop").warn("a library warns");
            System.getLogger("app.lectern").log(System.Logger.Level.ERROR, "failed", new IllegalStateException("why"));
        } finally {
            System.setErr(before);
        }
        var text = Files.readString(folder.resolve("logs/lectern-0.0.log"));
        assertThat(text).contains("INFO    jobs.Jobs  job 3 ended").contains("a library warns").contains("IllegalStateException: why")
                .doesNotContain("chatter");
        assertThat(console.size()).isZero();
    }

    @Test
    void withoutAFolderTheLogIsOff() {
        LogFile.open(new Home(folder.resolve("missing/place")), ZoneOffset.UTC, false).close();
        assertThat(folder.resolve("missing")).doesNotExist();
    }
}
