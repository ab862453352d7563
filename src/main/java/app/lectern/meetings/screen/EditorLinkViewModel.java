package app.lectern.meetings.screen;

import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.MeetingText;
import app.lectern.meetings.planning.Slot;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// What can be done with the link of the meeting in the editor: passed on, which is noted, put into an invitation, and made again.
final class EditorLinkViewModel {
    private final MeetingsDesk desk;
    private final TaskRunner tasks;
    private final Words words;
    private final MeetingText text;
    private final MeetingEditorViewModel editor;
    private final LinksViewModel links;

    EditorLinkViewModel(MeetingsDesk desk, TaskRunner tasks, Words words, MeetingEditorViewModel editor, Consumer<Problem> failed) {
        this.desk = desk;
        this.tasks = tasks;
        this.words = words;
        this.text = new MeetingText(words);
        this.editor = editor;
        this.links = new LinksViewModel(desk.links(), tasks, failed);
    }

    private Optional<EditorTarget> target() {
        return editor.target().get();
    }

    void copied() {
        target().ifPresent(of -> links.copied(of.in(), editor.plan().get().subject()));
    }

    void shown() {
        target().ifPresent(of -> links.shown(of.in(), editor.plan().get().subject()));
    }

    String invitation() {
        var now = editor.plan().get();
        return target().map(of -> text.invitation(of.in(), now.subject(), now.startsAt(), now.endsAt(), now.organiser(), editor.standing().link())).orElse("");
    }

    boolean canRenew() {
        return target().flatMap(EditorTarget::slot).filter(desk.renewal()::canRenew).isPresent();
    }

    /// Another link: a new meeting takes this one's place, which is cancelled with the message.
    CancelPane.Deed renewal() {
        var left = new AtomicReference<Slot>();
        return (message, done, refused) -> target().ifPresentOrElse(now -> Optional.ofNullable(left.get()).or(now::slot).ifPresentOrElse(slot -> {
            editor.work();
            // the new one is there already: only the old one is still to be cancelled
            if (slot == left.get()) {
                editor.ending().cancel(now.in(), slot, message, done, refused);
            } else {
                renew(now, slot, message, left, done, refused);
            }
        }, done), done);
    }

    private void renew(EditorTarget now, Slot slot, String message, AtomicReference<Slot> left, Runnable done, Consumer<Problem> refused) {
        tasks.start(JobInfo.shown(words.text("meetings.job.renew", slot.planned().subject()), JobInfo.Kind.MEETING),
                progress -> desk.renewal().renew(now.in(), slot, message, progress), renewed -> {
                    editor.replace(now, renewed.fresh());
                    left.set(renewed.old());
                    renewed.old().problem().filter(problem -> !renewed.isWhole()).ifPresentOrElse(refused, done);
                }, editor.rested(refused));
    }
}
