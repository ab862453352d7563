package app.lectern.recordings.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lectern.demo.http.Delivery;
import app.lectern.demo.http.HttpReply;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Everything that goes wrong on the way, over real connections to the demo tenant's storage host.
@Timeout(60)
class DownloadFaultsTest {
    private static final long MIB = 1L << 20;
    @TempDir
    Path folder;
    private Origin origin;
    private Lanes lanes = new Lanes(Limits.POLITE.patient(Duration.ofSeconds(1)));

    @AfterEach
    void close() {
        origin.close();
    }

    private DownloadResult download() throws InterruptedException {
        return download(Disk.REAL);
    }

    private DownloadResult download(Disk disk) throws InterruptedException {
        return new FileDownload("drive/lesson", folder, "lesson.mp4", origin.bytes.length(), origin, lanes, disk).run(Progress.NONE);
    }

    private Problem problem() {
        var thrown = catchThrowable(this::download);
        assertThat(thrown).isInstanceOf(ProblemException.class);
        return ((ProblemException) thrown).problem();
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void assertWhole(DownloadResult result) throws Exception {
        var expected = new byte[(int) origin.bytes.length()];
        origin.bytes.read(0, expected, 0, expected.length);
        assertThat(result.file()).hasFileName("lesson.mp4").hasBinaryContent(expected);
        assertThat(result.quickXor()).isEqualTo(origin.reportedHash);
        assertThat(result.sha256()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(expected)));
        assertThat(files()).containsExactly("lesson.mp4");
    }

    @Test
    void severalRangesMakeOneFileAndNoTokenIsEverShown() throws Exception {
        origin = new Origin(20 * MIB + 12_345);

        var result = download();

        assertWhole(result);
        assertThat(result.verified()).isTrue();
        assertThat(result.fetched()).isEqualTo(result.size());
        assertThat(origin.asked).hasSizeGreaterThanOrEqualTo(4).allSatisfy(asked -> {
            assertThat(asked.authorization()).isNull();
            assertThat(asked.range()).startsWith("bytes=");
        });
    }

    @Test
    void everyConnectionCutAfterSixteenMebibytesLosesNothing() throws Exception {
        origin = new Origin(80 * MIB);
        origin.script = (number, reply) -> reply.delivered(Delivery.PROMPT.resetAt(16 * MIB));
        lanes = new Lanes(new Limits(1, 1, 1, 0, Duration.ofSeconds(2)));

        var result = download();

        assertWhole(result);
        assertThat(result.fetched()).isLessThan(81 * MIB);
    }

    @Test
    void aConnectionThatFallsSilentIsReplaced() throws Exception {
        origin = new Origin(8 * MIB);
        origin.script = (number, reply) -> number == 2 ? reply.delivered(Delivery.PROMPT.stalledAt(MIB)) : reply;

        assertWhole(download());
    }

    @Test
    void aResetBeforeTheAnswerIsTriedAgain() throws Exception {
        origin = new Origin(5 * MIB);
        origin.script = (number, reply) -> number == 1 ? reply.delivered(Delivery.PROMPT.resetAt(Delivery.BEFORE_HEAD)) : reply;

        assertWhole(download());
    }

    @Test
    void nobodyAsksBeforeRetryAfterHasPassed() throws Exception {
        for (int status : new int[] {429, 503}) {
            origin = new Origin(12 * MIB);
            origin.script = (number, reply) -> number == 2 || number == 3 ? HttpReply.empty(status).withHeader("Retry-After", "2") : reply;

            assertWhole(download());

            long refused = origin.asked.get(1).atNanos();
            // a request that was on its way already cannot be called back
            assertThat(origin.asked.stream().map(Origin.Asked::atNanos).filter(at -> at - refused > Duration.ofMillis(150).toNanos())
                    .filter(at -> at - refused < Duration.ofSeconds(2).toNanos())).as("requests before the time of a %s", status).isEmpty();
            Files.delete(folder.resolve("lesson.mp4"));
            origin.close();
            lanes = new Lanes(Limits.POLITE);
        }
    }

    @Test
    void anExpiredAddressIsRenewedInMidFile() throws Exception {
        origin = new Origin(24 * MIB);
        origin.script = (number, reply) -> {
            if (number == 3) {
                origin.expireLinks();
            }
            return reply.delivered(Delivery.PROMPT.resetAt(3 * MIB));
        };

        assertWhole(download());
        assertThat(origin.located.get()).isGreaterThan(1);
    }

    @Test
    void aFlippedByteIsFetchedAgain() throws Exception {
        origin = new Origin(10 * MIB);
        origin.script = (number, reply) -> number == 2 ? reply.delivered(Delivery.PROMPT.corruptedAt(100_000)) : reply;

        var result = download();

        assertWhole(result);
        assertThat(result.fetched()).isBetween(10 * MIB + 1, 20 * MIB);
    }

    @Test
    void aFileThatStaysWrongIsSetAsideAndSaid() throws Exception {
        origin = new Origin(3 * MIB);
        origin.reportedHash = Origin.content(3 * MIB, 99).quickXorHash();

        assertThat(problem().code()).isEqualTo(Code.DOWNLOAD_DAMAGED);
        assertThat(files()).containsExactly("lesson (damaged).mp4");
    }

    @Test
    void aWrongOrMissingLengthIsSurvived() throws Exception {
        origin = new Origin(9 * MIB);
        origin.script = (number, reply) -> switch (number) {
            case 1 -> reply.delivered(Delivery.PROMPT.saying(reply.length() + 5_000));
            case 2 -> reply.delivered(Delivery.PROMPT.saying(700_000));
            case 3 -> reply.delivered(Delivery.PROMPT.saying(Delivery.NO_LENGTH));
            default -> reply;
        };

        assertWhole(download());
    }

    @Test
    void aFileThatChangesMeanwhileIsBegunAnew() throws Exception {
        origin = new Origin(16 * MIB);
        // the first connection is cut, so that its rest is asked for after the change
        origin.script = (number, reply) -> {
            if (number != 1) {
                return reply.delivered(Delivery.PROMPT.at(16 * MIB));
            }
            origin.rewrite(14 * MIB);
            return reply.delivered(Delivery.PROMPT.resetAt(MIB));
        };

        var result = download();

        assertThat(result.size()).isEqualTo(14 * MIB);
        assertWhole(result);
    }

    @Test
    void aHostThatIgnoresRangesGetsOneStream() throws Exception {
        origin = new Origin(9 * MIB);
        var atOnce = new AtomicInteger();
        origin.script = (number, reply) -> {
            atOnce.incrementAndGet();
            var whole = HttpReply.bytes(200, "video/mp4", origin.bytes).withHeader("ETag", "\"{LESSON},1\"");
            return number == 2 ? whole.delivered(Delivery.PROMPT.resetAt(5 * MIB)) : whole;
        };

        assertWhole(download());
        assertThat(atOnce.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void aFileWithoutAHashIsCheckedBySizeAndSaysSo() throws Exception {
        origin = new Origin(2 * MIB);
        var hash = origin.reportedHash;
        origin.reportedHash = "";

        var result = download();

        assertThat(result.verified()).isFalse();
        assertThat(result.quickXor()).isEqualTo(hash);
    }

    @Test
    void aDiskWithoutRoomIsNoticedBeforeTheFirstByte() throws Exception {
        origin = new Origin(4 * MIB);
        var tight = new FullDisk(66 * MIB, Long.MAX_VALUE);

        var thrown = catchThrowable(() -> download(tight));

        assertThat(((ProblemException) thrown).problem().code()).isEqualTo(Code.DISK_FULL);
        assertThat(origin.asked).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aDiskThatFillsUpKeepsWhatCameAndTheNextRunGoesOn() throws Exception {
        origin = new Origin(12 * MIB);

        var thrown = catchThrowable(() -> download(new FullDisk(Long.MAX_VALUE, 6 * MIB)));

        assertThat(((ProblemException) thrown).problem().code()).isEqualTo(Code.DISK_FULL);
        assertThat(files()).containsExactly("lesson.mp4.part", "lesson.mp4.part.journal");
        var result = download();
        assertWhole(result);
        assertThat(result.fetched()).isLessThanOrEqualTo(7 * MIB);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedAndStaysEmpty() throws Exception {
        origin = new Origin(MIB);

        var thrown = catchThrowable(() -> download(new ReadOnlyDisk()));

        assertThat(((ProblemException) thrown).problem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.FOLDER_UNUSABLE);
            assertThat(problem.facts()).containsEntry("path", folder.toString());
        });
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws Exception {
        origin = new Origin(MIB);
        var file = Files.writeString(folder.resolve("occupied"), "");

        var thrown = catchThrowable(() -> new FileDownload("drive/lesson", file, "lesson.mp4", MIB, origin, lanes).run(Progress.NONE));

        assertThat(((ProblemException) thrown).problem().code()).isEqualTo(Code.FOLDER_UNUSABLE);
    }

    @Test
    void aNameThatIsTakenGetsANumber() throws Exception {
        origin = new Origin(MIB);
        Files.writeString(folder.resolve("lesson.mp4"), "somebody else’s");

        assertThat(download().file()).hasFileName("lesson (2).mp4");
        assertThat(folder.resolve("lesson.mp4")).hasContent("somebody else’s");
    }

    @Test
    void aBlockThatWasSpoiltOnTheDiskIsFetchedAgain() throws Exception {
        origin = new Origin(12 * MIB);
        catchThrowable(() -> download(new FullDisk(Long.MAX_VALUE, 8 * MIB)));
        try (var part = FileChannel.open(folder.resolve("lesson.mp4.part"), java.nio.file.StandardOpenOption.WRITE)) {
            part.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 1_000);
        }

        assertWhole(download());
    }

    @Test
    void aHostThatRefusesForGoodIsGivenUpAfterFourTries() {
        origin = new Origin(MIB);
        origin.script = (number, reply) -> HttpReply.empty(500);

        assertThat(problem().code()).isEqualTo(Code.SERVICE_DOWN);
        assertThat(origin.asked).hasSize(4);
    }

    @Test
    void theBandwidthIsKept() throws Exception {
        origin = new Origin(6 * MIB);
        lanes = new Lanes(Limits.POLITE.bandwidth(4 * MIB));
        long started = System.nanoTime();

        download();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(Duration.ofMillis(1_300), Duration.ofSeconds(4));
    }

    private record ReadOnlyDisk() implements Disk {
        @Override
        public long free(Path folder) {
            return Long.MAX_VALUE;
        }

        @Override
        public FileChannel open(Path file) throws IOException {
            throw new java.nio.file.FileSystemException(file.toString(), null, "Read-only file system");
        }
    }

    /// A disk with so much room as it says, which refuses after so many bytes.
    private record FullDisk(long said, long real) implements Disk {
        @Override
        public long free(Path folder) {
            return said;
        }

        @Override
        public FileChannel open(Path file) throws IOException {
            return new FillingChannel(Disk.REAL.open(file), new AtomicLong(real));
        }
    }
}
