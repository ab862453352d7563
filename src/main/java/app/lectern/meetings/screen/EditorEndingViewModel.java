package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.planning.Slot;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.util.List;
import java.util.function.Consumer;

/// How the meeting in the editor comes to its end: called off in the tenant, or forgotten where nothing was sent yet.
final class EditorEndingViewModel {
    private final MeetingsDesk desk;
    private final TaskRunner tasks;
    private final Words words;
    private final MeetingEditorViewModel editor;

    EditorEndingViewModel(MeetingsDesk desk, TaskRunner tasks, Words words, MeetingEditorViewModel editor) {
        this.desk = desk;
        this.tasks = tasks;
        this.words = words;
        this.editor = editor;
    }

    /// Calls off the meeting, or the chosen date of its series.
    void cancel(String message, Runnable done, Consumer<Problem> refused) {
        editor.target().get().ifPresentOrElse(now -> now.slot().ifPresentOrElse(slot -> {
            editor.work();
            var only = editor.edits().only(now.date());
            if (only.isPresent()) {
                editor.edits().cancelDate(now.in(), slot, only.get(), message, () -> {
                    editor.close();
                    editor.rest();
                    done.run();
                }, editor.rested(refused));
            } else {
                cancel(now.in(), slot, message, done, refused);
            }
        }, done), done);
    }

    /// The whole; what is refused of it stays as it is.
    void cancel(Integration in, Slot slot, String message, Runnable done, Consumer<Problem> refused) {
        tasks.start(JobInfo.shown(words.text("meetings.job.cancel", slot.planned().subject()), JobInfo.Kind.MEETING),
                progress -> desk.scheduler().cancel(in, List.of(slot), message, progress), results -> {
                    editor.done(results);
                    results.failed().stream().flatMap(each -> each.problem().stream()).findFirst().ifPresentOrElse(refused, done);
                }, editor.rested(refused));
    }

    /// Forgets a slot that the tenant holds nothing of.
    void discard() {
        editor.target().get().flatMap(EditorTarget::slot).ifPresent(slot -> tasks.start(progress -> {
            desk.scheduler().discard(List.of(slot));
            return slot;
        }, gone -> {
            editor.close();
            editor.rest();
        }, editor::failed));
    }
}
