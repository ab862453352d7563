package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.NeverHeldText;
import app.lectern.meetings.planning.NeverHeld;
import app.lectern.meetings.planning.NeverHeld.Ended;
import app.lectern.meetings.planning.NeverHeld.Row;
import app.lectern.meetings.planning.NeverHeld.Sweep;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Meetings to which nobody came, and the end of series that are held no more.
final class NeverHeldViewModel {
    static final Duration BACK = Duration.ofDays(90);

    private final NeverHeld service;
    private final TaskRunner tasks;
    private final Words words;
    private final NeverHeldText text;
    private final Runnable changed;
    private final Consumer<Problem> failed;

    NeverHeldViewModel(NeverHeld service, TaskRunner tasks, Words words, Runnable changed, Consumer<Problem> failed) {
        this.service = service;
        this.tasks = tasks;
        this.words = words;
        this.text = new NeverHeldText(words);
        this.changed = changed;
        this.failed = failed;
    }

    NeverHeldText text() {
        return text;
    }

    void look(Integration of, Consumer<Sweep> done) {
        tasks.start(progress -> service.look(of, BACK), done, failed);
    }

    /// What could not be ended is refused; the others are done, and are left alone when it is tried again.
    ///
    /// @param left what is still to be ended
    /// @param gone told of how many dates were called off
    void end(Integration of, AtomicReference<List<Row>> left, String message, IntConsumer gone, Runnable done, Consumer<Problem> refused) {
        var rows = left.get();
        tasks.start(JobInfo.shown(words.text("never-held.ending"), JobInfo.Kind.MEETING), progress -> service.end(of, rows, message, progress), ended -> {
            changed.run();
            left.set(ended.stream().filter(each -> each.problem().isPresent()).map(Ended::row).toList());
            gone.accept(ended.stream().filter(each -> each.problem().isEmpty()).mapToInt(Ended::dates).sum());
            ended.stream().flatMap(each -> each.problem().stream()).findFirst().ifPresentOrElse(refused, done);
        }, problem -> {
            changed.run();
            refused.accept(problem);
        });
    }
}
