package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.planning.MeetingGuard;
import app.lectern.meetings.planning.MeetingGuard.Risky;
import app.lectern.meetings.planning.SlotResults;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Coming meetings of which nothing could be read afterwards, and their conversion.
final class GuardViewModel {
    /// As far as anybody plans who can still do something about it.
    private static final Duration AHEAD = Duration.ofDays(14);

    private final MeetingGuard service;
    private final TaskRunner tasks;
    private final Words words;
    private final Runnable changed;
    private final Consumer<Problem> failed;
    private final ReadOnlyObjectWrapper<List<Risky>> found = new ReadOnlyObjectWrapper<>(List.of());

    GuardViewModel(MeetingGuard service, TaskRunner tasks, Words words, Runnable changed, Consumer<Problem> failed) {
        this.service = service;
        this.tasks = tasks;
        this.words = words;
        this.changed = changed;
        this.failed = failed;
    }

    /// Those that were found and not converted yet.
    ReadOnlyObjectProperty<List<Risky>> found() {
        return found.getReadOnlyProperty();
    }

    /// Looks into the calendars; `done` is told of what was found.
    void look(Integration of, Consumer<List<Risky>> done) {
        tasks.start(JobInfo.shown(words.text("guard.looking"), JobInfo.Kind.MEETING), progress -> service.look(of, AHEAD, progress), risky -> {
            found.set(risky);
            done.accept(risky);
        }, failed);
    }

    void forget() {
        found.set(List.of());
    }

    void convert(Integration of, List<Risky> risky, Consumer<SlotResults> done) {
        tasks.start(JobInfo.shown(words.text("guard.converting"), JobInfo.Kind.MEETING), progress -> service.convert(of, risky, progress), results -> {
            found.set(found.get().stream().filter(each -> !risky.contains(each)).toList());
            changed.run();
            done.accept(results);
        }, problem -> {
            changed.run();
            failed.accept(problem);
        });
    }
}
