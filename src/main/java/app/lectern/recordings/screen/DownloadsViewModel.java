package app.lectern.recordings.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.recordings.DownloadQueue;
import app.lectern.recordings.DownloadState;
import app.lectern.recordings.QueuedDownload;
import app.lectern.recordings.Recording;
import app.lectern.shell.Later;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The queue as the screen shows it: what waits, runs and rests in its order, then what failed of late. Reads the queue after each
/// change, and each second while something runs.
public final class DownloadsViewModel {
    private static final Duration GLANCE = Duration.ofSeconds(1);
    /// Failures are shown for so long, unless they were tried again.
    private static final Duration REMEMBERED = Duration.ofHours(12);

    private record Read(List<QueuedDownload> lines, long speed) {}

    private final DownloadQueue queue;
    private final Supplier<Optional<Integration>> of;
    private final Runnable changed;
    private final TaskRunner tasks;
    private final Later later;
    private final Words words;
    private final Clock clock;
    private final Consumer<Problem> failed;
    private final ObservableList<QueuedDownload> lines = FXCollections.observableArrayList();
    private final Map<Long, QueuedDownload> byRecording = new HashMap<>();
    private final Set<Long> dismissed = new HashSet<>();
    private final ReadOnlyBooleanWrapper anyMoves = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private Map<Long, DownloadState> states = Map.of();
    private boolean reading;
    private boolean again;

    /// `changed` is called when lines came, went or stand differently, since the library then does too.
    DownloadsViewModel(DownloadQueue queue, Supplier<Optional<Integration>> of, Runnable changed, TaskRunner tasks, Later later, Words words, Clock clock,
            Consumer<Problem> failed) {
        this.queue = queue;
        this.of = of;
        this.changed = changed;
        this.tasks = tasks;
        this.later = later;
        this.words = words;
        this.clock = clock;
        this.failed = failed;
    }

    /// Reads the queue anew; a call while it is read reads it once more afterwards.
    public void refresh() {
        if (reading) {
            again = true;
            return;
        }
        var in = of.get();
        if (in.isEmpty()) {
            show(new Read(List.of(), 0));
            return;
        }
        reading = true;
        var since = clock.instant().minus(REMEMBERED);
        tasks.start(progress -> {
            var open = queue.lines(in.get());
            var ended = queue.ended(in.get(), since);
            return new Read(Stream.concat(open.stream(), failures(open, ended).stream()).toList(), queue.speed());
        }, read -> {
            reading = false;
            show(read);
            if (again) {
                again = false;
                refresh();
            }
        }, refused -> {
            reading = false;
            failed.accept(refused);
        });
    }

    /// Those of which nothing newer is known.
    private static List<QueuedDownload> failures(List<QueuedDownload> open, List<QueuedDownload> ended) {
        var seen = open.stream().map(one -> one.row().recording()).collect(Collectors.toCollection(HashSet::new));
        var failures = new ArrayList<QueuedDownload>();
        for (var one : ended) {
            if (seen.add(one.row().recording()) && one.state() == DownloadState.FAILED) {
                failures.add(one);
            }
        }
        return failures;
    }

    private void show(Read read) {
        var shown = read.lines().stream().filter(one -> !dismissed.contains(one.id())).toList();
        byRecording.clear();
        shown.forEach(one -> byRecording.put(one.row().recording(), one));
        if (shown.size() == lines.size() && sameIds(shown)) {
            for (int at = 0; at < shown.size(); at++) {
                if (!lines.get(at).equals(shown.get(at))) {
                    lines.set(at, shown.get(at));
                }
            }
        } else {
            lines.setAll(shown);
        }
        long running = shown.stream().filter(one -> one.state() == DownloadState.RUNNING).count();
        anyMoves.set(shown.stream().anyMatch(DownloadsViewModel::canPause));
        about.set(running == 0 ? "" : words.text("recordings.queue.about", running, words.size(read.speed())));
        version.set(version.get() + 1);
        var now = read.lines().stream().collect(Collectors.toMap(QueuedDownload::id, QueuedDownload::state, (one, other) -> one));
        if (!now.equals(states)) {
            states = now;
            changed.run();
        }
        if (running > 0) {
            later.run(GLANCE, this::refresh);
        }
    }

    private boolean sameIds(List<QueuedDownload> shown) {
        for (int at = 0; at < shown.size(); at++) {
            if (shown.get(at).id() != lines.get(at).id()) {
                return false;
            }
        }
        return true;
    }

    private interface Deed {
        void on(List<Long> ids);
    }

    private void act(List<QueuedDownload> some, Deed deed) {
        var ids = some.stream().map(QueuedDownload::id).toList();
        if (!ids.isEmpty()) {
            act(() -> deed.on(ids));
        }
    }

    private Job act(Runnable deed) {
        return tasks.start(progress -> {
            deed.run();
            return true;
        }, done -> refresh(), failed);
    }

    /// Queues recordings, and shows them.
    void add(Integration in, List<Recording> some) {
        var ids = some.stream().filter(HeadViewModel::canCome).map(Recording::id).toList();
        if (!ids.isEmpty()) {
            act(() -> queue.add(in, ids));
        }
    }

    static boolean canPause(QueuedDownload one) {
        return one.state() == DownloadState.QUEUED || one.state() == DownloadState.RUNNING;
    }

    static double share(QueuedDownload one) {
        return one.total() == 0 ? 0 : Math.min(1, (double) one.done() / one.total());
    }

    /// Holds what moves; where nothing of it does, goes on with what rests and tries again what failed.
    void toggle(List<QueuedDownload> some) {
        if (some.stream().anyMatch(DownloadsViewModel::canPause)) {
            pause(some);
        } else {
            act(in(some, DownloadState.PAUSED), queue::resume);
            retry(some);
        }
    }

    /// All at once: pauses while something moves, else resumes.
    void toggleAll() {
        if (anyMoves.get()) {
            pause(lines);
        } else {
            act(in(lines, DownloadState.PAUSED), queue::resume);
        }
    }

    /// What waits is held first: else it would begin in the place of what is stopped.
    private void pause(List<QueuedDownload> some) {
        act(Stream.concat(in(some, DownloadState.QUEUED).stream(), in(some, DownloadState.RUNNING).stream()).toList(), queue::pause);
    }

    void retry(List<QueuedDownload> some) {
        act(in(some, DownloadState.FAILED), queue::retry);
    }

    /// Gives them up; of those that failed only the line goes.
    void cancel(List<QueuedDownload> some) {
        in(some, DownloadState.FAILED).forEach(one -> dismissed.add(one.id()));
        act(some.stream().filter(one -> one.state().isOpen()).toList(), queue::cancel);
        refresh();
    }

    private static List<QueuedDownload> in(List<QueuedDownload> some, DownloadState state) {
        return some.stream().filter(one -> one.state() == state).toList();
    }

    /// One place sooner or later, several together.
    void move(List<QueuedDownload> some, int by) {
        var open = lines.stream().filter(one -> one.state().isOpen()).map(QueuedDownload::id).toList();
        var moved = some.stream().filter(one -> one.state().isOpen()).map(QueuedDownload::id).sorted(java.util.Comparator.comparing(open::indexOf)).toList();
        if (!moved.isEmpty()) {
            int place = Math.max(0, open.indexOf(moved.getFirst()) + by);
            act(() -> queue.move(moved, place));
        }
    }

    void toTheTop(List<QueuedDownload> some) {
        act(some.stream().filter(one -> one.state().isOpen()).toList(), ids -> queue.move(ids, 0));
    }

    /// Puts one where another is.
    void moveTo(long moved, long target) {
        var open = lines.stream().filter(one -> one.state().isOpen()).map(QueuedDownload::id).toList();
        int place = open.indexOf(target);
        if (place >= 0 && moved != target) {
            act(() -> queue.move(List.of(moved), place));
        }
    }

    /// Its place among those that wait, from 1.
    int placeInQueue(QueuedDownload line) {
        return 1 + lines.stream().filter(one -> one.state() == DownloadState.QUEUED).map(QueuedDownload::id).toList().indexOf(line.id());
    }

    /// What the queue says of a recording; empty where it says nothing.
    Optional<RecordingText.Mark> mark(Recording one) {
        return Optional.ofNullable(byRecording.get(one.id())).flatMap(line -> switch (line.state()) {
            case QUEUED -> Optional.of(new RecordingText.Mark(words.of(DownloadState.QUEUED), Tone.NEUTRAL, "bi-clock"));
            case RUNNING -> Optional.of(new RecordingText.Mark(words.percent(share(line)), Tone.ACCENT, "bi-download"));
            case PAUSED -> Optional.of(new RecordingText.Mark(words.text("recordings.local.paused", words.percent(share(line))), Tone.WARNING, "bi-pause-fill"));
            case DONE, FAILED, CANCELLED -> Optional.empty();
        });
    }

    ObservableList<QueuedDownload> lines() {
        return lines;
    }

    /// Whether something runs or waits to.
    ReadOnlyBooleanProperty anyMoves() {
        return anyMoves.getReadOnlyProperty();
    }

    ReadOnlyStringProperty about() {
        return about.getReadOnlyProperty();
    }

    /// Counts up with each look at the queue.
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }
}
