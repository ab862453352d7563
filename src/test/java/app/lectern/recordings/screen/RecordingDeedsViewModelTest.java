package app.lectern.recordings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.faults.Fault;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.problems.Problem;
import app.lectern.recordings.CleanUpPlan;
import app.lectern.recordings.CleanUpRule;
import app.lectern.recordings.DownloadState;
import app.lectern.recordings.LedgerFilter;
import app.lectern.recordings.LedgerSum;
import app.lectern.recordings.LocalState;
import app.lectern.recordings.MatchBy;
import app.lectern.recordings.Recording;
import app.lectern.recordings.RecordingKind;
import app.lectern.recordings.RecordingSettings;
import app.lectern.recordings.RecordingsRoom;
import app.lectern.recordings.WhyAnswer;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.Later;
import app.lectern.shell.ManualLater;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do on the screen, and the queue it shows, without a window, on the real services before the demo tenant.
class RecordingDeedsViewModelTest {
    private static final int PATIENCE = 3000;

    @TempDir
    Path folder;
    private final List<ManualLater> pauses = new ArrayList<>();
    private RecordingsRoom room;
    private RecordingsViewModel model;
    private RecordingDeedsViewModel deeds;

    @BeforeEach
    void open() throws Exception {
        room = new RecordingsRoom(folder.resolve("room"));
        room.recorded(RecordingsRoom.MARTA, "Enzymes");
        room.recorded(RecordingsRoom.MARTA, "Catalysts");
        room.sync();
        var choice = new Choice(room.integration.key(), room.integration.name(), "Client secret", "Connected", Health.OK, true);
        var desk = Desks.of(room);
        model = new RecordingsViewModel(desk, id -> room.integration, new SimpleObjectProperty<>(choice),
                new RecordingsViewModel.Permissions(of -> Optional.empty(), of -> {}), of -> {}, new InlineTaskRunner(), this::pause, room.room.words,
                room.room.clock);
        deeds = new RecordingDeedsViewModel(desk, model, new InlineTaskRunner(), room.room.words);
        model.selectRow().subscribe(row -> row.ifPresent(at -> model.selected(List.of(at))));
        model.load();
    }

    @AfterEach
    void close() {
        room.room.tenant.faults().clear();
        room.close();
    }

    private Later pause() {
        pauses.add(new ManualLater());
        return pauses.getLast();
    }

    private Recording video(String title) {
        return lines().stream().filter(one -> one.kind() == RecordingKind.VIDEO && one.title().equals(title)).findFirst().orElseThrow();
    }

    private List<Recording> lines() {
        return model.rows().stream().filter(RecordingRow.Line.class::isInstance).map(row -> ((RecordingRow.Line) row).recording()).toList();
    }

    private void await(BooleanSupplier holds) throws InterruptedException {
        for (int turn = 0; turn < PATIENCE; turn++) {
            model.downloads().refresh();
            if (holds.getAsBoolean()) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("it did not happen within half a minute");
    }

    private Recording fetched(String title) throws InterruptedException {
        var wanted = video(title);
        model.downloads().add(room.integration, List.of(wanted));
        await(() -> room.library.get(wanted.id()).local() == LocalState.VERIFIED);
        model.load();
        return room.library.get(wanted.id());
    }

    @Test
    void theQueueIsHeldOrderedAndGivenUp() throws Exception {
        room.room.tenant.faults().storage().always().with(Fault.slow(20_000));
        model.filter().kinds.set(Set.of(RecordingKind.VIDEO));
        model.selectEverything();
        model.download();
        int all = lines().size();
        await(() -> model.downloads().lines().size() == all);
        assertThat(model.downloads().anyMoves().get()).isTrue();
        model.downloads().toggleAll();
        await(() -> model.downloads().lines().stream().allMatch(one -> one.state() == DownloadState.PAUSED));
        assertThat(model.downloads().mark(video("Enzymes")).orElseThrow().text()).startsWith("Paused");

        var first = model.downloads().lines().getFirst();
        model.downloads().move(List.of(first), 1);
        assertThat(model.downloads().lines().get(1).id()).isEqualTo(first.id());
        model.downloads().toTheTop(List.of(model.downloads().lines().getLast()));
        assertThat(model.downloads().lines().get(2).id()).isEqualTo(first.id());
        model.downloads().moveTo(first.id(), model.downloads().lines().getFirst().id());
        assertThat(model.downloads().lines().getFirst().id()).isEqualTo(first.id());

        model.downloads().cancel(List.copyOf(model.downloads().lines()));
        await(() -> model.downloads().lines().isEmpty());
        assertThat(room.library.get(video("Enzymes").id()).local()).isEqualTo(LocalState.NONE);
    }

    @Test
    void whatWasDownloadedIsInTheHistoryTheReportAndTheVerification() throws Exception {
        var enzymes = fetched("Enzymes");
        model.filter().only(enzymes.meeting().orElseThrow(), "Enzymes");
        var shown = model.details().get().data().orElseThrow();
        assertThat(lines()).contains(enzymes);
        var history = room.ledger.of(room.integration, enzymes);
        assertThat(deeds.historyWords(history.getFirst())).contains("R. Okafor").contains("hash verified");
        assertThat(shown.companions()).isNotEmpty();

        var sums = new ArrayList<LedgerSum>();
        deeds.sums(LedgerFilter.ALL, LedgerSum.By.PERSON, sums::addAll, refused -> {
            throw new AssertionError(refused);
        });
        assertThat(sums).singleElement().satisfies(sum -> assertThat(sum.done()).isEqualTo(1));
        var written = new ArrayList<Long>();
        deeds.exportReport(LedgerFilter.ALL, folder.resolve("report.csv"), written::add);
        assertThat(written).containsExactly(1L);
        assertThat(Files.readString(folder.resolve("report.csv"))).contains("Enzymes").contains("R. Okafor");

        Files.writeString(Path.of(enzymes.localPath()), "something else");
        var said = new ArrayList<String>();
        deeds.verify(List.of(enzymes), said::add);
        assertThat(said).containsExactly("0 right, 1 not");
        assertThat(room.library.get(enzymes.id()).local()).isEqualTo(LocalState.DAMAGED);
    }

    @Test
    void aCopyThatIsGoneIsSaidInPlaceOfOpeningIt() throws Exception {
        var enzymes = fetched("Enzymes");
        var opened = new ArrayList<Path>();
        deeds.whenThere(enzymes, opened::add);
        assertThat(opened).containsExactly(Path.of(enzymes.localPath()));
        Files.delete(Path.of(enzymes.localPath()));
        deeds.whenThere(enzymes, opened::add);
        assertThat(opened).hasSize(1);
        assertThat(model.problem().get().orElseThrow().code()).isEqualTo(Problem.Code.ITEM_GONE);
        assertThat(room.library.get(enzymes.id()).local()).isEqualTo(LocalState.MISSING);
    }

    @Test
    void aCleanUpIsPlannedFirstAndLeavesWhatIsKept() throws Exception {
        var enzymes = fetched("Enzymes");
        var catalysts = fetched("Catalysts");
        deeds.keep(List.of(catalysts), true);
        room.room.clock.advance(Duration.ofDays(100));
        var plans = new ArrayList<CleanUpPlan>();
        deeds.plan(new CleanUpRule(90, Optional.empty()), plans::add, refused -> {
            throw new AssertionError(refused);
        });
        assertThat(plans.getFirst().going()).extracting(item -> item.recording().id()).containsExactly(enzymes.id());
        assertThat(plans.getFirst().staying()).extracting(item -> item.recording().id()).containsExactly(catalysts.id());
        assertThat(Path.of(enzymes.localPath())).as("a plan changes nothing").exists();
        deeds.cleanUp(plans.getFirst(), done -> assertThat(done.done()).hasSize(1));
        assertThat(Path.of(enzymes.localPath())).doesNotExist();
        assertThat(Path.of(catalysts.localPath())).exists();
    }

    @Test
    void aPersonsMatchStaysAndATranscriptIsRead() throws Exception {
        var enzymes = video("Enzymes");
        var offered = new ArrayList<Optional<Long>>();
        model.lookups().near(enzymes, "", found -> found.forEach(one -> offered.add(one.value())), refused -> {
            throw new AssertionError(refused);
        });
        assertThat(offered).contains(Optional.empty()).contains(Optional.of(enzymes.meeting().orElseThrow()));
        deeds.correct(enzymes, Optional.empty());
        room.room.clock.advance(Duration.ofMinutes(10));
        room.sync();
        assertThat(room.library.get(enzymes.id()).matchBy()).isEqualTo(MatchBy.PERSON);
        assertThat(room.library.get(enzymes.id()).meeting()).isEmpty();

        var read = new ArrayList<TranscriptViewModel>();
        deeds.transcript(video("Catalysts"), read::add, () -> {});
        assertThat(read.getFirst().lines()).isNotEmpty();
        var none = new ArrayList<String>();
        deeds.transcript(room.library.get(enzymes.id()), read::add, () -> none.add("none"));
        assertThat(none).as("a recording without a meeting has no transcript of its own").containsExactly("none");
    }

    @Test
    void settingsAreCheckedAndDeletionIsOffUntilTheyAllowIt() {
        var refused = new ArrayList<Problem>();
        deeds.keepSettings(RecordingSettings.USUAL.pattern(" "), () -> {}, refused::add);
        assertThat(refused).extracting(Problem::code).containsExactly(Problem.Code.INPUT_WRONG);
        var enzymes = video("Enzymes");
        deeds.delete(List.of(enzymes), enzymes.title(), outcome -> {}, refused::add);
        assertThat(refused).last().extracting(Problem::code).isEqualTo(Problem.Code.TENANT_DELETION_OFF);
        deeds.keepSettings(RecordingSettings.USUAL.tenantDeletion(true), () -> refused.clear(), refused::add);
        assertThat(refused).isEmpty();
        deeds.delete(List.of(enzymes), enzymes.title(), outcome -> assertThat(outcome.refused()).as("nothing without a verified copy").containsKey(enzymes),
                refused::add);
        assertThat(refused).isEmpty();
        assertThat(deeds.deletionWords(List.of(enzymes))).isEqualTo("Enzymes");
    }

    @Test
    void whyThereIsNoRecordingIsAnswered() {
        var meeting = room.know(room.meeting(RecordingsRoom.MARTA, "Nobody pressed Record", room.room.clock.instant().minus(Duration.ofDays(2))), false);
        var answers = new ArrayList<WhyAnswer>();
        deeds.why(meeting, answers::add, problem -> {
            throw problem.raise();
        });
        assertThat(answers.getFirst().reasons()).isNotEmpty();
        assertThat(answers.getFirst().isThere()).isFalse();
    }

    @Test
    void theListIsWrittenAsItIsNarrowed() throws Exception {
        model.filter().kinds.set(Set.of(RecordingKind.TRANSCRIPT));
        var written = new ArrayList<Integer>();
        model.exportList(folder.resolve("list.csv"), written::add);
        assertThat(written).containsExactly(lines().size());
        assertThat(Files.readAllLines(folder.resolve("list.csv"))).hasSizeGreaterThan(lines().size()).first().asString().contains("Meeting");
    }
}
