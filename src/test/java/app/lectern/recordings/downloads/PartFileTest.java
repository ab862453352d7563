package app.lectern.recordings.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {
    private static final int BLOCKS = 260;

    @TempDir
    Path folder;

    private final AtomicInteger flushes = new AtomicInteger();
    private final CountDownLatch flushed = new CountDownLatch(1);
    private boolean broken;

    private final Disk disk = new Disk() {
        @Override
        public long free(Path folder) {
            return Long.MAX_VALUE;
        }

        @Override
        public FileChannel open(Path file) throws IOException {
            return new FillingChannel(Disk.REAL.open(file), new AtomicLong(Long.MAX_VALUE)) {
                @Override
                public void force(boolean metaData) throws IOException {
                    boolean first = flushes.getAndIncrement() == 0;
                    flushed.countDown();
                    if (first && broken) {
                        throw new IOException("the disk has gone");
                    }
                    super.force(metaData);
                }
            };
        }
    };

    private PartFile filled() throws IOException, InterruptedException {
        var part = PartFile.open(folder, "lesson.mp4", new Journal.Head("one", (long) BLOCKS * PartFile.BLOCK, "v1", "", PartFile.BLOCK), disk);
        var bytes = new byte[PartFile.BLOCK];
        for (int block = 0; block < BLOCKS; block++) {
            part.write(block, bytes);
        }
        assertThat(flushed.await(30, TimeUnit.SECONDS)).as("it is flushed before its end").isTrue();
        return part;
    }

    @Test
    void whatHasComeIsSentToTheDiskAlongTheWayAndTheRestBeforeItGetsItsName() throws Exception {
        var whole = filled().finish();
        assertThat(flushes).hasValue(2);
        assertThat(whole).isEqualTo(folder.resolve("lesson.mp4"));
        assertThat(Files.size(whole)).isEqualTo((long) BLOCKS * PartFile.BLOCK);
    }

    @Test
    void aFlushThatFailedAlongTheWayIsNotForgottenAtTheEnd() throws Exception {
        broken = true;
        try (var part = filled()) {
            assertThatThrownBy(part::finish).isInstanceOf(IOException.class).hasMessage("the disk has gone");
        }
        assertThat(folder.resolve("lesson.mp4")).doesNotExist();
        assertThat(folder.resolve("lesson.mp4.part")).exists();
    }
}
