package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.MeetingState;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotResults;
import app.lectern.meetings.planning.SlotText;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.util.List;
import java.util.function.Consumer;

/// What is done to many meetings at once: each deed is one job and ends with a row for each meeting.
final class SlotDeedsViewModel {
    private final MeetingsDesk desk;
    private final TaskRunner tasks;
    private final Words words;
    private final SlotText text;
    private final Runnable changed;
    private final Consumer<Problem> failed;

    SlotDeedsViewModel(MeetingsDesk desk, TaskRunner tasks, Words words, Runnable changed, Consumer<Problem> failed) {
        this.desk = desk;
        this.tasks = tasks;
        this.words = words;
        this.text = new SlotText(words);
        this.changed = changed;
        this.failed = failed;
    }

    SlotText text() {
        return text;
    }

    static List<Slot> cancellable(List<CalendarEntry> some) {
        return slots(some).stream().filter(slot -> slot.isInTenant() && slot.state() != MeetingState.CANCELLED).toList();
    }

    static List<Slot> changeable(List<CalendarEntry> some) {
        return slots(some).stream().filter(slot -> slot.hasLink() && slot.state().isHeld()).toList();
    }

    static List<Slot> open(List<CalendarEntry> some) {
        return slots(some).stream().filter(slot -> slot.isOpen() && !slot.isOnItsWay()).toList();
    }

    private static List<Slot> slots(List<CalendarEntry> some) {
        return some.stream().flatMap(entry -> entry.slot().stream()).distinct().toList();
    }

    void cancel(Integration in, List<Slot> slots, String message, Consumer<SlotResults> done, Consumer<Problem> refused) {
        run("meetings.job.cancel-many", slots, progress -> desk.scheduler().cancel(in, slots, message, progress), done, refused);
    }

    void setOptions(Integration in, List<Slot> slots, MeetingOptions options, Consumer<SlotResults> done) {
        run("meetings.job.options-many", slots, progress -> desk.scheduler().setOptions(in, slots, options, progress), done);
    }

    /// Creates drafts, and takes up what failed where it stopped.
    void create(Integration in, List<Slot> slots, Consumer<SlotResults> done) {
        run("meetings.job.create-many", slots, progress -> desk.scheduler().create(in, slots, progress), done);
    }

    private void run(String key, List<Slot> slots, TaskRunner.Work<SlotResults> work, Consumer<SlotResults> done) {
        run(key, slots, work, done, failed);
    }

    private void run(String key, List<Slot> slots, TaskRunner.Work<SlotResults> work, Consumer<SlotResults> done, Consumer<Problem> refused) {
        tasks.start(JobInfo.shown(words.text(key, slots.size()), JobInfo.Kind.MEETING), work, results -> {
            changed.run();
            done.accept(results);
        }, problem -> {
            changed.run();
            refused.accept(problem);
        });
        changed.run();
    }
}
