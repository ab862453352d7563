package app.lectern.recordings.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A few kills in every run; `src/bench/kill-download.sh` does a hundred.
class KilledDownloadTest {
    @TempDir
    Path folder;

    @Test
    void aKilledDownloadGoesOnWithHardlyAnythingFetchedTwice() throws Exception {
        var sum = DownloadDriver.kill(folder, 3, 20261125);

        assertThat(sum.right()).isEqualTo(3);
        assertThat(sum.mostTwice()).isLessThanOrEqualTo(8L << 20);
    }

    @Test
    void whatLaySentAndUnreadIsBoundedToo() throws Exception {
        var twice = DownloadDriver.killSlow(folder);

        assertThat(twice).as("the file is right").isPresent();
        assertThat(twice.getAsLong()).isLessThanOrEqualTo(8L << 20);
    }
}
