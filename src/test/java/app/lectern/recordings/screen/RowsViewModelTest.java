package app.lectern.recordings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.jobs.InlineTaskRunner;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.Progress;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.recordings.LocalState;
import app.lectern.recordings.MatchBy;
import app.lectern.recordings.MeetingGroup;
import app.lectern.recordings.Place;
import app.lectern.recordings.Recording;
import app.lectern.recordings.RecordingKind;
import app.lectern.recordings.RecordingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowsViewModelTest {
    private final List<Integer> asked = new ArrayList<>();
    private final List<Problem> failed = new ArrayList<>();

    static Recording recording(long id) {
        return new Recording(id, 1, RecordingKind.VIDEO, RecordingState.AVAILABLE, "Lesson " + id, "lesson.mp4", OptionalLong.empty(), "", MatchBy.NONE, 0, "", "",
                Instant.EPOCH, Optional.empty(), OptionalLong.empty(), Place.ONEDRIVE, "", "", "", "", "", "", "", "", Optional.empty(), Optional.empty(), false,
                LocalState.NONE, "", 0, Optional.empty());
    }

    private List<Recording> read(int from, int count) {
        asked.add(from);
        return IntStream.range(from, from + count).mapToObj(RowsViewModelTest::recording).toList();
    }

    private static String said(RecordingRow row) {
        return switch (row) {
            case RecordingRow.Line line -> line.recording().title();
            case RecordingRow.Heading heading -> "# " + heading.group().title();
            case RecordingRow.Unread unread -> "?";
        };
    }

    @Test
    void onlyThePagesInSightAreRead() {
        var rows = new RowsViewModel(new InlineTaskRunner(), failed::add);
        rows.begin(new RowPlan(200_000), this::read, List.of());
        assertThat(rows).hasSize(200_000);
        assertThat(asked).isEmpty();
        assertThat(said(rows.get(150_042))).isEqualTo("Lesson 150042");
        assertThat(said(rows.get(150_099))).isEqualTo("Lesson 150099");
        assertThat(asked).containsExactly(150_000);
        assertThat(rows.rowOf(150_007)).contains(150_007);
        assertThat(rows.known(3)).isEmpty();
    }

    @Test
    void whatWasScrolledPastIsNotReadAndTheNewestComesFirst() {
        var waiting = new ArrayList<Runnable>();
        TaskRunner later = new TaskRunner() {
            @Override
            public <T> Job start(JobInfo info, Work<T> work, Consumer<? super T> done, Consumer<? super Problem> refused) {
                waiting.add(() -> {
                    try {
                        done.accept(work.run(Progress.NONE));
                    } catch (Exception unexpected) {
                        throw new IllegalStateException(unexpected);
                    }
                });
                return Job.NONE;
            }
        };
        var rows = new RowsViewModel(later, failed::add);
        rows.begin(new RowPlan(200_000), this::read, List.of());
        for (int row = 0; row < 200_000; row += 1000) {
            assertThat(rows.get(row)).isInstanceOf(RecordingRow.Unread.class);
        }
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
        assertThat(asked).containsExactly(0, 199_000, 198_000, 197_000, 196_000);
        assertThat(said(rows.get(199_000))).isEqualTo("Lesson 199000");
    }

    @Test
    void aRenewedListShowsWhatItWasUntilItsPagesAreReadAnew() {
        var rows = new RowsViewModel(new InlineTaskRunner(), failed::add);
        rows.begin(new RowPlan(300), this::read, List.of());
        rows.get(5);
        int version = rows.version().get();
        rows.renew(new RowPlan(250), (from, count) -> List.of(recording(77)));
        assertThat(rows.version().get()).isGreaterThan(version);
        assertThat(rows).hasSize(250);
        assertThat(said(rows.get(0))).isEqualTo("Lesson 77");
    }

    @Test
    void groupsHaveRowsOfTheirOwnAndClosedOnesHideTheirRecordings() {
        var groups = List.of(new MeetingGroup(OptionalLong.of(7), "Chemistry", Instant.EPOCH, 2, 10), new MeetingGroup(OptionalLong.of(9), "French", Instant.EPOCH, 3, 10),
                new MeetingGroup(OptionalLong.empty(), "", Instant.EPOCH, 1, 10));
        var rows = new RowsViewModel(new InlineTaskRunner(), failed::add);
        rows.begin(new RowPlan(groups, Set.of()), this::read, List.of());
        assertThat(rows.stream().map(RowsViewModelTest::said)).containsExactly("# Chemistry", "Lesson 0", "Lesson 1", "# French", "Lesson 2", "Lesson 3", "Lesson 4", "# ",
                "Lesson 5");
        rows.arrange(new RowPlan(groups, Set.of(9L)));
        assertThat(rows.stream().map(RowsViewModelTest::said)).containsExactly("# Chemistry", "Lesson 0", "Lesson 1", "# French", "# ", "Lesson 5");
        assertThat(rows.rowOf(3)).as("the heading of its closed group").contains(3);
        assertThat(rows.rowOf(5)).contains(5);
    }

    @Test
    void aPageThatCannotBeReadIsSaidAndAskedForAgain() {
        var rows = new RowsViewModel(new InlineTaskRunner(), failed::add);
        rows.begin(new RowPlan(10), (from, count) -> {
            throw Problem.of(Problem.Code.STORE_IN_USE).raise();
        }, List.of());
        assertThat(rows.get(0)).isInstanceOf(RecordingRow.Unread.class);
        assertThat(failed).hasSize(1);
    }
}
