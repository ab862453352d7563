package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.planning.Edited;
import app.lectern.meetings.planning.MeetingEditor;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.Telling;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// Changes of meetings that are in the tenant: of a series one or all, and what to do when somebody changed or deleted them in Outlook.
final class EditsViewModel {
    /// Of a series, the chosen meeting or all of them.
    enum SeriesScope { THIS, ALL }

    private final MeetingEditor service;
    private final TaskRunner tasks;
    private final Words words;
    private final Consumer<Problem> failed;
    private final ObjectProperty<SeriesScope> scope = new SimpleObjectProperty<>(SeriesScope.THIS);
    private final ReadOnlyObjectWrapper<Optional<Edited.Conflict>> conflict = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();

    EditsViewModel(MeetingEditor service, TaskRunner tasks, Words words, Consumer<Problem> failed) {
        this.service = service;
        this.tasks = tasks;
        this.words = words;
        this.failed = failed;
    }

    /// Whether the series as a whole or the chosen meeting of it is edited.
    ObjectProperty<SeriesScope> scope() {
        return scope;
    }

    /// Both versions, where the meeting was changed in Outlook too.
    ReadOnlyObjectProperty<Optional<Edited.Conflict>> conflict() {
        return conflict.getReadOnlyProperty();
    }

    /// Whether the meeting is not in the tenant any more.
    ReadOnlyBooleanProperty gone() {
        return gone.getReadOnlyProperty();
    }

    void clear() {
        conflict.set(Optional.empty());
        gone.set(false);
    }

    /// The chosen meeting, where only that one is edited.
    Optional<Meeting> only(Optional<Meeting> date) {
        return scope.get() == SeriesScope.THIS ? date : Optional.empty();
    }

    /// What is edited: the whole, or the chosen date of it.
    Planned edited(Slot slot, Optional<Meeting> date) {
        var whole = slot.change().orElse(slot.planned());
        return only(date).map(meeting -> whole.withRepeat(Optional.empty()).withSubject(meeting.subject())
                .withTimes(LocalDateTime.ofInstant(meeting.start(), whole.zone()), LocalDateTime.ofInstant(meeting.end(), whole.zone()))).orElse(whole);
    }

    /// Who is told of the change, in words.
    Optional<String> noticed(Slot slot, Optional<Meeting> date, Planned now) {
        return switch (Telling.of(edited(slot, date), now)) {
            case NOBODY -> Optional.empty();
            case EVERYBODY -> Optional.of(words.text("meetings.editor.noticed", now.attendees().size()));
            default -> Optional.of(words.text("meetings.editor.noticed-changed"));
        };
    }

    void save(Integration in, Slot slot, Optional<Meeting> date, Planned wanted, Edited.Choice choice, Consumer<Optional<Slot>> done) {
        var only = only(date);
        var before = edited(slot, date);
        clear();
        tasks.start(JobInfo.shown(words.text("meetings.job.save", wanted.subject()), JobInfo.Kind.MEETING), progress -> only.isPresent()
                ? service.changeDate(in, slot, only.get(), before, wanted, choice, progress)
                : service.change(in, slot, wanted, choice, progress), outcome -> {
                    switch (outcome) {
                        case Edited.Done saved -> done.accept(Optional.of(saved.slot()));
                        case Edited.Conflict both -> {
                            conflict.set(Optional.of(both));
                            done.accept(Optional.empty());
                        }
                        case Edited.Gone none -> {
                            gone.set(true);
                            done.accept(Optional.empty());
                        }
                    }
                }, failed);
    }

    void cancelDate(Integration in, Slot series, Meeting date, String message, Runnable done, Consumer<Problem> refused) {
        tasks.start(JobInfo.shown(words.text("meetings.job.cancel", series.planned().subject()), JobInfo.Kind.MEETING), progress -> {
            service.cancelDate(in, series, date, message);
            return series;
        }, cancelled -> done.run(), refused);
    }

    /// Makes a meeting that was found in a calendar one that can be changed here.
    void adopt(Integration in, Meeting meeting, Consumer<Slot> done) {
        tasks.start(progress -> service.adopt(in, meeting), done, failed);
    }

    /// What was deleted in Outlook becomes a draft again.
    void planAnew(Slot slot, Consumer<Slot> done) {
        tasks.start(progress -> service.again(slot), done, failed);
    }
}
