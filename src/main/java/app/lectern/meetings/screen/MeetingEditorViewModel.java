package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.Meeting;
import app.lectern.meetings.planning.Edited;
import app.lectern.meetings.planning.MeetingOptions;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.Slot;
import app.lectern.meetings.planning.SlotFault;
import app.lectern.meetings.planning.SlotResults;
import app.lectern.meetings.planning.SlotText;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The meeting editor without its controls: whose plan is edited, what became of it, and what can be done with it.
public final class MeetingEditorViewModel {
    private final MeetingsDesk desk;
    private final EditorEndingViewModel ending;
    private final EditorLinkViewModel link;
    private final TaskRunner tasks;
    private final Words words;
    private final Clock clock;
    private final Runnable changed;
    private final Consumer<Problem> failed;
    private final SlotText text;
    private final PlanViewModel plan;
    private final PresetsViewModel presets;
    private final SubjectsViewModel subjects;
    private final EditsViewModel edits;
    private final PeopleViewModel people;
    private final ReadOnlyObjectWrapper<Optional<EditorTarget>> target = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper inTenant = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param changed called when there is something new to show in the calendar
    /// @param failed  told what a deed could not do
    public MeetingEditorViewModel(MeetingsDesk desk, TaskRunner tasks, Words words, Clock clock, Runnable changed, Consumer<Problem> failed) {
        this.desk = desk;
        this.ending = new EditorEndingViewModel(desk, tasks, words, this);
        this.link = new EditorLinkViewModel(desk, tasks, words, this, this::failed);
        this.tasks = tasks;
        this.words = words;
        this.clock = clock;
        this.changed = changed;
        this.failed = failed;
        this.text = new SlotText(words);
        this.edits = new EditsViewModel(desk.editor(), tasks, words, this::failed);
        this.people = new PeopleViewModel(desk, tasks, words);
        this.presets = new PresetsViewModel(desk.presets(), tasks, words, failed);
        this.plan = new PlanViewModel(words, LocalDateTime.ofInstant(clock.instant(), words.zone()));
        this.subjects = new SubjectsViewModel(desk.presets(), plan, tasks, words, failed);
        edits.scope().addListener((observed, before, now) -> fill());
    }

    PlanViewModel plan() {
        return plan;
    }

    /// What is edited; empty while the editor is closed.
    ReadOnlyObjectProperty<Optional<EditorTarget>> target() {
        return target.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty inTenant() {
        return inTenant.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    PeopleViewModel people() {
        return people;
    }

    Instant now() {
        return clock.instant();
    }

    PresetsViewModel presets() {
        return presets;
    }

    SubjectsViewModel subjects() {
        return subjects;
    }

    void keepPreset(String name, MeetingOptions options) {
        target.get().ifPresent(now -> presets.keep(now.in(), name, options));
    }

    /// A new meeting at this time.
    void begin(Integration in, LocalDateTime start, LocalDateTime end) {
        begin(in, Planned.at("", start, words.zone()).withTimes(start, end));
        presets.read(in, () -> {
            // only as long as nothing has been entered
            presets.begin(plan, isFresh(in) && !plan.changed().get());
        });
    }

    /// A new meeting begins as its organiser's do, as long as nobody has set an option.
    void organiserChosen(String organiser) {
        if (target.get().filter(now -> now.slot().isEmpty()).isPresent()) {
            presets.follow(plan, organiser);
        }
    }

    void keepForOrganiser(String organiser, MeetingOptions options, Runnable done) {
        target.get().ifPresent(now -> presets.keepFor(now.in(), organiser, options, done));
    }

    private boolean isFresh(Integration in) {
        return target.get().filter(now -> now.in().equals(in) && now.slot().isEmpty()).isPresent();
    }

    /// A new meeting, filled in as far as somebody knew.
    void begin(Integration in, Planned filledIn) {
        show(new EditorTarget(in, Optional.empty(), Optional.empty()));
        plan.fill(filledIn, planned -> desk.scheduler().faults(in, planned));
    }

    /// @param date of a series, the meeting that was chosen
    void open(Integration in, Slot slot, Optional<Meeting> date) {
        show(new EditorTarget(in, Optional.of(slot), date.filter(Meeting::inSeries)));
        fill();
    }

    /// Makes a meeting that was found in a calendar one that can be changed here.
    void adopt(Integration in, Meeting meeting) {
        busy.set(true);
        edits.adopt(in, meeting, slot -> {
            busy.set(false);
            open(in, slot, Optional.of(meeting));
            changed.run();
        });
    }

    private void fill() {
        target.get().ifPresent(now -> now.slot().ifPresent(slot ->
                plan.fill(edits.edited(slot, now.date()), planned -> desk.scheduler().faults(now.in(), planned))));
    }

    EditsViewModel edits() {
        return edits;
    }

    /// Whether one of several meetings was chosen, so that it must be said which are meant.
    boolean isOfSeries() {
        return target.get().flatMap(EditorTarget::date).isPresent();
    }

    private void show(EditorTarget now) {
        edits.clear();
        presets.read(now.in(), () -> {});
        subjects.read(now.in());
        people.read(now.in());
        inTenant.set(now.slot().filter(Slot::isInTenant).isPresent());
        target.set(Optional.of(now));
    }

    void close() {
        inTenant.set(false);
        target.set(Optional.empty());
    }

    /// The slot was read anew: what became of it is shown, and its fields too as long as nobody has changed them.
    void readAnew(Slot slot) {
        target.get().filter(now -> now.slot().filter(before -> before.id() == slot.id() && !before.equals(slot)).isPresent()).ifPresent(now -> {
            if (plan.changed().get()) {
                inTenant.set(slot.isInTenant());
                target.set(Optional.of(now.with(slot)));
            } else {
                show(now.with(slot));
                fill();
            }
        });
    }

    EditorLinkViewModel link() {
        return link;
    }

    EditorEndingViewModel ending() {
        return ending;
    }

    /// Another meeting takes the place of the one that was edited.
    void replace(EditorTarget old, Slot fresh) {
        busy.set(false);
        whileEdited(old, () -> open(old.in(), fresh, Optional.empty()));
        changed.run();
    }

    void work() {
        busy.set(true);
    }

    /// The meeting as the calendars have it, as an iCalendar file.
    void export(Path into, Consumer<Integer> done) {
        target.get().ifPresent(now -> {
            var url = standing().link();
            tasks.start(progress -> desk.exports().write(now.in(), desk.known().byJoinUrl(now.in(), url), into), done, this::failed);
        });
    }

    /// How far the slot has come, and what can be done with it now.
    SlotStanding standing() {
        return new SlotStanding(target.get().flatMap(EditorTarget::slot), text);
    }

    int invitedCount() {
        return plan.get().attendees().size();
    }

    /// What people outside Lectern notice of saving: Exchange tells them of every change that they can see.
    Optional<String> noticed() {
        if (!inTenant.get() || invitedCount() == 0) {
            return Optional.empty();
        }
        return target.get().flatMap(now -> now.slot().flatMap(slot -> edits.noticed(slot, now.date(), plan.get())));
    }

    /// Says what is wrong at its field, and whether anything is.
    boolean isSound() {
        plan.say();
        return !plan.wrong().get();
    }

    /// Kept here; nothing is sent.
    void keepDraft() {
        target.get().ifPresent(now -> {
            var planned = plan.get();
            run(now, JobInfo.quiet(), progress -> kept(now, planned));
        });
    }

    private Slot kept(EditorTarget now, Planned planned) {
        return now.slot().map(slot -> slot.planned().equals(planned) ? slot : desk.scheduler().replan(slot, planned))
                .orElseGet(() -> desk.scheduler().draft(now.in(), planned));
    }

    /// Keeps what was entered: of a new meeting as a draft, of one that is there in the tenant too.
    void keep() {
        if (inTenant.get()) {
            accept();
        } else {
            keepDraft();
        }
    }

    /// The meeting is to be at this time, as the person's own clock has it.
    void move(LocalDateTime start, LocalDateTime end) {
        var zone = plan.get().zone();
        plan.change(was -> was.withTimes(start.atZone(words.zone()).withZoneSameInstant(zone).toLocalDateTime(),
                end.atZone(words.zone()).withZoneSameInstant(zone).toLocalDateTime()));
        plan.show();
    }

    /// Creates the meeting, or saves what was changed of one that is there. The slot is kept before anything is sent, so that the calendar
    /// shows it at once.
    void accept() {
        target.get().ifPresent(now -> {
            if (inTenant.get()) {
                save(now);
            } else {
                create(now);
            }
        });
    }

    private void create(EditorTarget now) {
        var planned = plan.get();
        busy.set(true);
        tasks.start(progress -> {
            var wrong = desk.scheduler().faults(now.in(), planned, progress).stream().filter(fault -> fault.isWrong()).toList();
            return new Kept(wrong, wrong.isEmpty() ? Optional.of(kept(now, planned)) : Optional.empty());
        }, kept -> {
            busy.set(false);
            plan.add(kept.wrong());
            kept.slot().ifPresent(slot -> {
                whileEdited(now, () -> {
                    plan.kept();
                    open(now.in(), slot, Optional.empty());
                });
                send(now.in(), slot);
                changed.run();
            });
        }, this::failed);
    }

    /// A slot, or why there is none.
    private record Kept(List<SlotFault> wrong, Optional<Slot> slot) {}

    private void send(Integration in, Slot slot) {
        tasks.start(JobInfo.shown(words.text("meetings.job.create", slot.planned().subject()), JobInfo.Kind.MEETING),
                progress -> desk.scheduler().create(in, slot, progress), this::done, this::failed);
    }

    /// Only what is missing is done again.
    void retry() {
        target.get().ifPresent(now -> now.slot().ifPresent(slot -> send(now.in(), slot)));
    }

    private void save(EditorTarget now) {
        save(now, Edited.Choice.ASK);
    }

    /// Which version counts where both sides changed the same.
    void resolve(Edited.Choice choice) {
        target.get().ifPresent(now -> save(now, choice));
    }

    private void save(EditorTarget now, Edited.Choice choice) {
        now.slot().ifPresent(slot -> {
            busy.set(true);
            edits.save(now.in(), slot, now.date(), plan.get(), choice, done -> {
                busy.set(false);
                done.ifPresent(saved -> whileEdited(now, () -> {
                    plan.kept();
                    show(now.with(saved));
                    if (edits.only(now.date()).isEmpty()) {
                        fill();
                    }
                }));
                changed.run();
            });
        });
    }

    void planAnew() {
        target.get().ifPresent(now -> now.slot().ifPresent(slot -> edits.planAnew(slot, fresh -> {
            open(now.in(), fresh, Optional.empty());
            changed.run();
        })));
    }

    Consumer<Problem> rested(Consumer<Problem> refused) {
        return problem -> {
            rest();
            refused.accept(problem);
        };
    }

    void rest() {
        busy.set(false);
        changed.run();
    }

    private void run(EditorTarget now, JobInfo info, TaskRunner.Work<Slot> work) {
        busy.set(true);
        tasks.start(info, work, slot -> replace(now, slot), this::failed);
    }

    /// Something else may have been taken up meanwhile; it stays.
    private void whileEdited(EditorTarget was, Runnable shown) {
        if (target.get().filter(now -> isSame(was, now)).isPresent()) {
            shown.run();
        }
    }

    private static boolean isSame(EditorTarget was, EditorTarget now) {
        return now == was || was.slot().isPresent() && now.slot().map(Slot::id).equals(was.slot().map(Slot::id));
    }

    void done(SlotResults results) {
        busy.set(false);
        results.slots().forEach(this::readAnew);
        changed.run();
    }

    void failed(Problem problem) {
        failed.accept(problem);
        rest();
    }
}
