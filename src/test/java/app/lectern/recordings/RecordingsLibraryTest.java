package app.lectern.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.demo.faults.Fault;
import app.lectern.jobs.Progress;
import app.lectern.meetings.Organiser;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.sync.alerts.AlertCause;
import app.lectern.sync.alerts.AlertFinding;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is found, sorted, read, kept and cleaned up.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsLibraryTest {
    private static final String DANIEL = "daniel.osei@northfield.example";

    private RecordingsRoom room;
    private long rates;
    private long vectors;

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        room = new RecordingsRoom(folder);
        rates = room.recorded(RecordingsRoom.MARTA, "Reaction rates");
        vectors = room.recorded(DANIEL, "Vectors, passé composé");
        room.sync();
    }

    @AfterAll
    void close() {
        room.close();
    }

    @Test
    void whatAPersonSaysOfAMeetingStays() throws InterruptedException {
        var video = room.video(vectors);
        assertThat(room.library.candidates(room.integration, video)).isNotEmpty();

        room.library.assign(room.integration, video.id(), Optional.of(rates));
        room.room.clock.advance(Duration.ofMinutes(10));
        room.sync();
        assertThat(room.library.get(video.id())).satisfies(one -> {
            assertThat(one.meeting()).hasValue(rates);
            assertThat(one.matchBy()).isEqualTo(MatchBy.PERSON);
        });

        room.library.assign(room.integration, video.id(), Optional.of(vectors));
    }

    @Test
    void aTranscriptIsReadSearchedAndFoundByWhatWasSaid() throws InterruptedException {
        var transcript = room.words.transcriptOf(room.video(rates)).orElseThrow();

        var cues = room.words.read(room.integration, transcript, Progress.NONE);

        assertThat(cues).isNotEmpty().allSatisfy(cue -> assertThat(cue.until()).isGreaterThanOrEqualTo(cue.from()));
        assertThat(cues.getFirst().speaker()).isNotEmpty();
        var word = cues.getFirst().text().split("\\P{L}+")[0];
        var hits = room.words.find(cues, word.toUpperCase(java.util.Locale.ROOT));
        assertThat(hits).isNotEmpty().allSatisfy(hit -> assertThat(hit.said().text().substring(hit.from(), hit.until())).isEqualToIgnoringCase(word));
        assertThat(room.words.findAll(room.integration, word, 10)).anySatisfy(found -> assertThat(found.transcript().id()).isEqualTo(transcript.id()));
    }

    @Test
    void expiryIsReckonedAndSaysSo() {
        var video = room.video(rates);
        assertThat(room.library.expiry(room.integration, video)).hasValueSatisfying(expiry -> {
            assertThat(expiry.assumed()).isTrue();
            assertThat(expiry.at()).isEqualTo(video.recordedAt().plus(Duration.ofDays(120)));
        });
        var alerts = new RecordingAlerts(room.room.store, room.space, room.choices, room.room.words);
        var now = room.room.clock.instant();
        room.choices.keep(room.integration, RecordingSettings.USUAL.tenantDays(0).warnDays(365));
        assertThat(alerts.waiting(room.integration, now).expiring()).as("what is kept for good never expires").isZero();
        int age = (int) Duration.between(video.recordedAt(), now).toDays();
        room.choices.keep(room.integration, RecordingSettings.USUAL.tenantDays(age + 5).warnDays(7));
        assertThat(alerts.waiting(room.integration, now).expiring()).isPositive();
        room.choices.keep(room.integration, RecordingSettings.USUAL);
    }

    @Test
    void aDriveAboveTheThresholdIsNamed() throws InterruptedException {
        assertThat(room.space.nearlyFull(room.integration)).isEmpty();
        room.room.tenant.school().control().leaveFree(DANIEL, 1L << 30);
        room.sync();

        assertThat(room.space.nearlyFull(room.integration)).singleElement().satisfies(drive -> assertThat(drive.share()).isGreaterThan(0.99));
        assertThatThrownBy(() -> room.choices.keep(room.integration, RecordingSettings.USUAL.warnPercent(0))).isInstanceOf(ProblemException.class);
    }

    @Test
    void alertsAndOverviewWarnFromWhatTheSettingsSay() {
        var alerts = new RecordingAlerts(room.room.store, room.space, room.choices, room.room.words);
        var now = room.room.clock.instant();
        new QuotaStore(room.room.store).keep(room.integration.id(), new Organiser("ruth", "ruth@northfield.example", "Ruth Okafor"),
                new RecordingsGraph.Drive("drive-of-ruth", 1000, 850), now);
        var full = new AlertFinding(AlertCause.STORAGE_FULL, "ruth", Map.of("owner", "Ruth Okafor", "share", room.room.words.percent(0.85),
                "used", room.room.words.size(850), "total", room.room.words.size(1000)));
        var ends = room.library.expiry(room.integration, room.video(rates)).orElseThrow().at();
        int left = (int) Duration.between(now, ends).toDays();

        room.choices.keep(room.integration, RecordingSettings.USUAL.warnDays(left + 1).warnPercent(85));
        assertThat(alerts.find(room.integration, now)).contains(full).extracting(AlertFinding::cause).contains(AlertCause.RECORDINGS_EXPIRING);
        assertThat(alerts.waiting(room.integration, now)).satisfies(waiting -> {
            assertThat(waiting.expiring()).isPositive();
            assertThat(waiting.days()).isEqualTo(left + 1);
        });

        room.choices.keep(room.integration, RecordingSettings.USUAL.warnDays(0).warnPercent(86));
        assertThat(alerts.find(room.integration, now)).doesNotContain(full).extracting(AlertFinding::cause).doesNotContain(AlertCause.RECORDINGS_EXPIRING);
        assertThat(alerts.waiting(room.integration, now).expiring()).isZero();
        room.choices.keep(room.integration, RecordingSettings.USUAL);
    }

    @Test
    void aCleanUpArchivesWhatIsOldVerifiedAndListedAndLeavesWhatIsKept() throws InterruptedException, IOException {
        long old = room.recorded(RecordingsRoom.MARTA, "Old lesson");
        long kept = room.recorded(RecordingsRoom.MARTA, "Old lesson to keep");
        room.sync();
        room.queue.await(room.queue.add(room.integration, List.of(room.video(old).id(), room.video(kept).id())), Progress.NONE);
        room.library.keep(room.integration, List.of(room.video(kept).id()), true);
        room.room.clock.advance(Duration.ofDays(91));
        var archive = room.folder.resolveSibling("archive");
        var original = Path.of(room.video(old).localPath());

        var plan = room.cleanUp.plan(room.integration, new CleanUpRule(90, Optional.of(archive)));
        assertThat(plan.going()).extracting(item -> item.recording().id()).contains(room.video(old).id());
        assertThat(plan.staying()).anySatisfy(item -> assertThat(item.reason()).isEqualTo(CleanUpPlan.CleanUpReason.KEEP_FLAG));
        assertThat(original).as("a dry run changes nothing").exists();

        var result = room.cleanUp.run(room.integration, plan, Progress.NONE);

        assertThat(result.failed()).isEmpty();
        assertThat(original).doesNotExist();
        assertThat(room.video(old).local()).isEqualTo(LocalState.ARCHIVED);
        assertThat(Path.of(room.video(old).localPath())).startsWith(archive).hasSize(1_200_000);
        assertThat(Path.of(room.video(kept).localPath())).exists();
        var listed = new ObjectMapper().readTree(Files.readAllBytes(result.manifest().orElseThrow())).path("recordings");
        assertThat(listed).anySatisfy(entry -> assertThat(entry.path("meeting").path("subject").asText()).isEqualTo("Old lesson"));
        assertThat(room.copies.verify(List.of(room.video(old)), Progress.NONE).getFirst().isRight()).isTrue();
    }

    @Test
    void aChangedCopyIsDamagedAndNeverArchivedAndNothingIsDeletedInTheTenantForIt() throws InterruptedException, IOException {
        long lesson = room.recorded(RecordingsRoom.MARTA, "Bad copy");
        room.sync();
        room.queue.await(room.queue.add(room.integration, List.of(room.video(lesson).id())), Progress.NONE);
        var video = room.video(lesson);
        Files.write(Path.of(video.localPath()), new byte[1_200_000]);

        room.choices.keep(room.integration, RecordingSettings.USUAL.tenantDeletion(true));
        var outcome = room.tenantDeletion.delete(room.integration, List.of(video), video.title(), Progress.NONE);
        assertThat(outcome.deleted()).isEmpty();
        assertThat(outcome.refused().values()).singleElement().satisfies(problem -> assertThat(problem.code()).isEqualTo(Problem.Code.COPY_NOT_VERIFIED));
        assertThat(room.file(video).exists(room.room.clock.instant())).isTrue();

        assertThat(room.copies.verify(List.of(video), Progress.NONE).getFirst().state()).isEqualTo(LocalState.DAMAGED);
        assertThat(room.video(lesson).local()).isEqualTo(LocalState.DAMAGED);
    }

    @Test
    void deletingInTheTenantIsOffWantsTheWordsAndAVerifiedCopy() throws InterruptedException {
        long lesson = room.recorded(RecordingsRoom.MARTA, "To be deleted");
        room.sync();
        var video = room.video(lesson);
        room.choices.keep(room.integration, RecordingSettings.USUAL);
        assertThatThrownBy(() -> room.tenantDeletion.delete(room.integration, List.of(video), "To be deleted", Progress.NONE))
                .satisfies(refused -> assertThat(((ProblemException) refused).problem().code()).isEqualTo(Problem.Code.TENANT_DELETION_OFF));
        room.choices.keep(room.integration, RecordingSettings.USUAL.tenantDeletion(true));
        assertThatThrownBy(() -> room.tenantDeletion.delete(room.integration, List.of(video), "yes", Progress.NONE))
                .satisfies(refused -> assertThat(((ProblemException) refused).problem().code()).isEqualTo(Problem.Code.INPUT_WRONG));
        assertThat(room.tenantDeletion.delete(room.integration, List.of(video), "To be deleted", Progress.NONE).refused()).hasSize(1);

        room.queue.await(room.queue.add(room.integration, List.of(video.id())), Progress.NONE);
        var outcome = room.tenantDeletion.delete(room.integration, List.of(room.video(lesson)), "To be deleted", Progress.NONE);

        assertThat(outcome.refused()).isEmpty();
        assertThat(room.video(lesson).state()).isEqualTo(RecordingState.REMOVED);
        assertThat(room.file(room.video(lesson)).exists(room.room.clock.instant())).isFalse();
        assertThat(Path.of(room.video(lesson).localPath())).exists();
    }

    @Test
    void aDeletionWhoseAnswerWasLostIsDoneWithTheNextTryWhetherASyncSawItOrNot() throws InterruptedException {
        room.choices.keep(room.integration, RecordingSettings.USUAL.tenantDeletion(true));
        for (boolean seen : List.of(false, true)) {
            var title = "Lost answer, seen " + seen;
            long lesson = room.recorded(RecordingsRoom.MARTA, title);
            room.sync();
            room.queue.await(room.queue.add(room.integration, List.of(room.video(lesson).id())), Progress.NONE);
            var video = room.video(lesson);
            room.room.tenant.faults().graph("DELETE", "/drives/*/items/*").always().with(Fault.reset());
            assertThat(room.tenantDeletion.delete(room.integration, List.of(video), title, Progress.NONE).refused()).containsOnlyKeys(video);
            room.room.tenant.faults().clear();
            if (seen) {
                room.room.clock.advance(Duration.ofMinutes(10));
                room.sync();
                assertThat(room.video(lesson).state()).isEqualTo(RecordingState.REMOVED);
            }

            var again = room.tenantDeletion.delete(room.integration, List.of(video), title, Progress.NONE);

            assertThat(again.refused()).isEmpty();
            assertThat(room.video(lesson).state()).isEqualTo(RecordingState.REMOVED);
            assertThat(room.file(video).exists(room.room.clock.instant())).isFalse();
        }
    }

    @Test
    void theManifestLinksEveryRecordingToItsMeeting() throws IOException {
        var file = room.folder.resolveSibling("manifest.json");

        int written = room.manifest.export(room.integration, ListFilter.none().ofMeeting(rates), file);

        var recordings = new ObjectMapper().readTree(Files.readAllBytes(file)).path("recordings");
        assertThat(recordings).hasSize(written).allSatisfy(entry -> assertThat(entry.path("meeting").path("id").asLong()).isEqualTo(rates));
    }
}
