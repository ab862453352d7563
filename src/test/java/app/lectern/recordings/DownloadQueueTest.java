package app.lectern.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.demo.graph.GraphRefusals;
import app.lectern.demo.graph.GraphService;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem;
import app.lectern.recordings.downloads.Limits;
import app.lectern.recordings.downloads.LocalFile;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The queue, its records and what they count to, against the demo tenant's storage.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DownloadQueueTest {
    private RecordingsRoom room;
    private Recording lesson;
    private Recording other;

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        room = new RecordingsRoom(folder);
        long first = room.recorded(RecordingsRoom.MARTA, "Reaction rates");
        long second = room.recorded(RecordingsRoom.MARTA, "Titration: acids / bases");
        room.sync();
        lesson = room.video(first);
        other = room.video(second);
    }

    @AfterEach
    void mend() {
        room.room.tenant.faults().clear();
        room.queue.cancel(room.queue.lines().stream().map(QueuedDownload::id).toList());
        until(() -> room.queue.lines().isEmpty());
    }

    @AfterAll
    void close() {
        room.close();
    }

    private static void until(BooleanSupplier condition) {
        for (int look = 0; look < 300 && !condition.getAsBoolean(); look++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private List<QueuedDownload> download(Recording... some) throws InterruptedException {
        var ids = room.queue.add(room.integration, List.of(some).stream().map(Recording::id).toList());
        return room.queue.await(ids, Progress.NONE);
    }

    private Recording now(Recording of) {
        return room.library.get(of.id());
    }

    @Test
    void aFileComesWholeIsCountedAndCarriesItsPassport() throws InterruptedException, IOException {
        int before = now(lesson).downloads();

        var line = download(lesson).getFirst();

        assertThat(line.state()).isEqualTo(DownloadState.DONE);
        var record = line.row();
        var file = record.path().orElseThrow();
        assertThat(file).exists().hasSize(1_200_000);
        assertThat(file.getFileName().toString()).contains("Reaction rates").endsWith(".mp4");
        assertThat(record.verified()).isTrue();
        assertThat(record.quickXor()).isEqualTo(room.file(lesson).hash());
        assertThat(record.person()).isEqualTo("R. Okafor");
        assertThat(now(lesson).downloads()).isEqualTo(before + 1);
        assertThat(now(lesson).downloadedAt()).isEqualTo(record.endedAt());
        assertThat(now(lesson).local()).isEqualTo(LocalState.VERIFIED);
        var passport = new ObjectMapper().readTree(Files.readAllBytes(Passports.beside(file)));
        assertThat(passport.path("sha256").asText()).isEqualTo(record.sha256());
        assertThat(passport.path("meeting").path("subject").asText()).isEqualTo("Reaction rates");
        assertThat(passport.path("downloadedBy").asText()).isEqualTo("R. Okafor");
        assertThat(passport.path("source").path("itemId").asText()).isEqualTo(lesson.itemId());
    }

    @Test
    void severalComeAtOnceAndTheirNamesAreSafe() throws InterruptedException {
        var lines = download(lesson, other);

        assertThat(lines).allSatisfy(line -> assertThat(line.state()).isEqualTo(DownloadState.DONE));
        assertThat(lines.get(1).row().file()).contains("Titration_ acids _ bases");
    }

    @Test
    void aPausedDownloadGoesOnWhereItWasAndACancelledOneLeavesNothing() throws InterruptedException, IOException {
        room.room.tenant.faults().storage().always().with(Fault.slow(100_000));
        var id = room.queue.add(room.integration, List.of(other.id())).getFirst();
        until(() -> room.queue.line(id).orElseThrow().done() > 0);

        room.queue.pause(List.of(id));
        until(() -> room.queue.line(id).orElseThrow().state() == DownloadState.PAUSED);
        room.room.tenant.faults().clear();
        room.queue.resume(List.of(id));
        var done = room.queue.await(List.of(id), Progress.NONE).getFirst();
        assertThat(done.state()).isEqualTo(DownloadState.DONE);

        room.room.tenant.faults().storage().always().with(Fault.slow(100_000));
        int counted = now(other).downloads();
        var second = room.queue.add(room.integration, List.of(other.id())).getFirst();
        until(() -> room.queue.line(second).orElseThrow().done() > 0);
        room.queue.cancel(List.of(second));
        until(() -> room.queue.line(second).orElseThrow().state() == DownloadState.CANCELLED);
        assertThat(now(other).downloads()).as("a cancelled one does not count").isEqualTo(counted);
        until(() -> parts().isEmpty());
    }

    private List<Path> parts() {
        try (var all = Files.walk(room.folder)) {
            return all.filter(file -> file.toString().contains(".part")).toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Test
    void aQueueThatWasLeftGoesOnInTheNextProcess() throws InterruptedException {
        room.room.tenant.faults().storage().always().with(Fault.slow(100_000));
        var id = room.queue.add(room.integration, List.of(lesson.id())).getFirst();
        until(() -> room.queue.line(id).orElseThrow().done() > 0);
        room.queue.close();
        assertThat(room.queue.line(id).orElseThrow().state()).isEqualTo(DownloadState.QUEUED);

        room.room.tenant.faults().clear();
        room.reopenQueue();
        room.queue.goOn();

        assertThat(room.queue.await(List.of(id), Progress.NONE).getFirst().state()).isEqualTo(DownloadState.DONE);
    }

    @Test
    void whatWaitsDoesNotBeginInPlaceOfWhatIsPausedWithIt() {
        room.queue.close();
        room.reopenQueue(Limits.POLITE.filesAtOnce(1));
        try {
            room.room.tenant.faults().storage().always().with(Fault.slow(100_000));
            var ids = room.queue.add(room.integration, List.of(lesson.id(), other.id()));
            until(() -> room.queue.line(ids.get(0)).orElseThrow().done() > 0);

            room.queue.pause(new AbstractList<Long>() {
                @Override
                public Long get(int at) {
                    if (at == 1) {
                        until(() -> room.queue.line(ids.get(0)).orElseThrow().state() == DownloadState.PAUSED);
                        for (int look = 0; look < 200 && hasNotBegun(ids.get(1)); look++) {
                            Thread.onSpinWait();
                        }
                    }
                    return ids.get(at);
                }

                @Override
                public int size() {
                    return ids.size();
                }
            });

            until(() -> room.queue.lines().stream().allMatch(line -> line.state() == DownloadState.PAUSED));
            assertThat(hasNotBegun(ids.get(1))).isTrue();
        } finally {
            room.queue.close();
            room.reopenQueue();
        }
    }

    private boolean hasNotBegun(long id) {
        return room.queue.line(id).orElseThrow().row().file().isEmpty();
    }

    @Test
    void rowsOfAProcessThatWasKilledAreTakenOver() throws InterruptedException {
        long id = room.room.store.write(handle -> {
            var row = handle.createUpdate("""
                            INSERT INTO download (integration_id, recording_id, person, state, asked_at, folder, file, bytes, millis, verified, quick_xor,
                                sha256, problem, place, runner)
                            VALUES (:of, :recording, 'R. Okafor', 'RUNNING', :now, '', '', 0, 0, FALSE, '', '', '', 1, '999999999@1')
                            """).bind("of", room.integration.id()).bind("recording", lesson.id()).bind("now", room.room.clock.instant());
            return row.executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
        });

        assertThat(room.queue.add(room.integration, List.of(lesson.id()))).containsExactly(id);
        assertThat(room.queue.await(List.of(id), Progress.NONE).getFirst().state()).isEqualTo(DownloadState.DONE);
    }

    @Test
    void theOrderOfTheQueueIsWhatWasMadeOfIt() {
        room.queue.pause(List.of());
        room.room.tenant.faults().storage().always().with(Fault.slow(50_000));
        var ids = room.queue.add(room.integration, List.of(lesson.id(), other.id()));
        room.queue.pause(ids);
        until(() -> room.queue.lines().stream().allMatch(line -> line.state() == DownloadState.PAUSED));

        room.queue.move(List.of(ids.get(1)), 0);

        assertThat(room.queue.lines()).extracting(QueuedDownload::id).containsExactly(ids.get(1), ids.get(0));
    }

    @Test
    void whatFailedSaysWhyDoesNotCountAndIsTriedAnewAsALineOfItsOwn() throws InterruptedException {
        var gone = room.recorded(RecordingsRoom.MARTA, "Entropy");
        room.sync();
        var video = room.video(gone);
        room.room.tenant.school().control().bin(room.file(video));

        var failed = download(video).getFirst();

        assertThat(failed.state()).isEqualTo(DownloadState.FAILED);
        assertThat(failed.problem().map(Problem::code)).contains(Problem.Code.ITEM_GONE);
        assertThat(now(video).downloads()).isZero();
        assertThat(now(video).local()).isEqualTo(LocalState.FAILED);
        var again = room.queue.retry(List.of(failed.id()));
        assertThat(again).singleElement().isNotEqualTo(failed.id());
        room.queue.await(again, Progress.NONE);
    }

    @Test
    void whatTeamsStillProcessesOrKeepsElsewhereIsNotTakenForGone() throws InterruptedException {
        var meeting = room.recorded(RecordingsRoom.MARTA, "Catalysts");
        room.sync();
        var video = room.video(meeting);
        room.room.store.change(handle -> handle.execute("UPDATE recording SET state = 'PROCESSING', title = '' WHERE id = ?", video.id()));
        var processed = download(video).getFirst();
        room.room.store.change(handle -> handle.execute("UPDATE recording SET state = 'AVAILABLE', item_id = '', graph_id = '' WHERE id = ?", video.id()));
        var elsewhere = download(video).getFirst();

        assertThat(processed.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(Problem.Code.RECORDING_PROCESSING);
            assertThat(problem.facts()).containsEntry("item", "#" + video.id());
        });
        assertThat(elsewhere.problem().map(Problem::code)).contains(Problem.Code.RECORDING_WITHOUT_FILE);
    }

    @Test
    void aFilmThatOnlyTheMeetingsApiHasIsAFileToo() throws Exception {
        var meeting = room.recorded(RecordingsRoom.MARTA, "Electrolysis");
        room.sync();
        var video = room.video(meeting);
        var lies = room.file(video);
        room.room.store.change(handle -> handle.execute("UPDATE recording SET item_id = '', drive_id = '' WHERE id = ?", video.id()));
        var broken = room.room.tenant.faults().graph("GET", "/users/*/onlineMeetings/*/recordings/*/content").after(1).with(Fault.resetAfter(400_000));

        var line = download(video).getFirst();

        assertThat(line.state()).as(line.problem().toString()).isEqualTo(DownloadState.DONE);
        assertThat(broken.struck()).as("the connection broke and was taken up again").isOne();
        var file = line.row().path().orElseThrow();
        assertThat(Files.size(file)).isEqualTo(1_200_000);
        assertThat(LocalFile.sums(file, Progress.NONE).quickXor()).isEqualTo(lies.hash());
    }

    @Test
    void aFilmThatNobodyMayReadSaysWhichPermissionIsMissing() throws InterruptedException {
        var meeting = room.recorded(RecordingsRoom.MARTA, "Acids");
        room.sync();
        var video = room.video(meeting);
        room.room.store.change(handle -> handle.execute("UPDATE recording SET item_id = '', drive_id = '' WHERE id = ?", video.id()));
        room.room.tenant.faults().graph("GET", "/users/*/onlineMeetings/*/recordings/*").always()
                .with(Fault.of(GraphRefusals.missingPermission(GraphService.TEAMS)));

        var problem = download(video).getFirst().problem().orElseThrow();

        assertThat(problem.code()).isIn(Problem.Code.PERMISSION_MISSING, Problem.Code.CONSENT_MISSING);
        assertThat(problem.facts()).containsEntry("permission", "OnlineMeetingRecording.Read.All");
    }

    @Test
    void aTranscriptThatOnlyTheMeetingsApiHasIsAFileToo() throws InterruptedException {
        var transcript = room.of(lesson.meeting().getAsLong()).stream().filter(one -> one.kind() == RecordingKind.TRANSCRIPT).findFirst().orElseThrow();

        var line = download(transcript).getFirst();

        assertThat(line.state()).as(line.problem().toString()).isEqualTo(DownloadState.DONE);
        assertThat(line.row().path().orElseThrow()).content().contains("WEBVTT");
    }

    @Test
    void theLedgerSaysWhoDownloadedWhatAndAddsItUp() throws InterruptedException {
        download(lesson);

        var records = room.ledger.page(room.integration, LedgerFilter.ALL.person("r. okafor").recording(lesson.id()), 0, 100);
        assertThat(records).isNotEmpty().allSatisfy(record -> assertThat(record.recording()).isEqualTo(lesson.id()));
        long done = room.ledger.page(room.integration, LedgerFilter.ALL.recording(lesson.id()), 0, 100).stream()
                .filter(record -> record.state() == DownloadState.DONE).count();
        assertThat(room.ledger.sums(room.integration, LedgerFilter.ALL, LedgerSum.By.RECORDING))
                .anySatisfy(sum -> assertThat(sum).extracting(LedgerSum::name, LedgerSum::done).containsExactly(lesson.title(), done));
        assertThat(room.ledger.sums(room.integration, LedgerFilter.ALL, LedgerSum.By.PERSON)).singleElement()
                .satisfies(sum -> assertThat(sum.bytes()).isGreaterThanOrEqualTo(1_200_000));
        assertThat(room.ledger.sums(room.integration, LedgerFilter.ALL, LedgerSum.By.MONTH)).isNotEmpty()
                .allSatisfy(sum -> assertThat(sum.key()).matches("\\d{4}-\\d{2}"));
        assertThat(now(lesson).downloads()).isEqualTo((int) done);
        var csv = room.folder.resolve("report.csv");
        assertThat(room.ledger.export(room.integration, LedgerFilter.ALL, csv)).isGreaterThan(0);
        assertThat(csv).content().contains("R. Okafor").contains("Reaction rates");
        assertThat(room.ledger.count(room.integration, LedgerFilter.ALL.between(Optional.of(room.room.clock.instant().plus(Duration.ofDays(1))), Optional.empty()))).isZero();
    }
}
