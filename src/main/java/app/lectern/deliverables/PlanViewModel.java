package app.lectern.deliverables;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.Progress;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.Loading;
import app.lectern.words.Words;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The dry run of the calendars: what they would get, what is ticked of it, and its application. Each change of the list makes it
/// anew, so that nothing can be applied that nobody has seen.
public final class PlanViewModel {
    private final DeliverablesDesk desk;
    private final ObservableValue<Choice> choice;
    private final TaskRunner tasks;
    private final Words words;
    private final Consumer<Optional<Plan>> compared;
    private final Runnable listChanged;
    private final Consumer<Problem> failed;

    private final ReadOnlyObjectWrapper<Loading<Plan>> state = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyIntegerWrapper ticked = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper toApply = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Optional<SyncReport>> report = new SimpleObjectProperty<>(Optional.empty());
    private Decisions decisions = new Decisions();
    private Job planning = Job.NONE;
    private boolean applying;

    /// @param compared    told how the list stands to the calendars; empty where nobody knows
    /// @param listChanged told when the list is to be read anew
    PlanViewModel(DeliverablesDesk desk, ObservableValue<Choice> choice, TaskRunner tasks, Words words, Consumer<Optional<Plan>> compared,
            Runnable listChanged, Consumer<Problem> failed) {
        this.desk = desk;
        this.choice = choice;
        this.tasks = tasks;
        this.words = words;
        this.compared = compared;
        this.listChanged = listChanged;
        this.failed = failed;
    }

    /// Another integration: nothing that was found before is about its calendars.
    void forget() {
        planning.cancel();
        begin(Loading.idle());
        report.set(Optional.empty());
    }

    /// The list is being read: what is known of it is about to change.
    void awaitList() {
        planning.cancel();
        state.set(state.get().busyAgain());
    }

    /// Without the list there is nothing to compare.
    void listFailed(Problem met) {
        state.set(state.get().failedWith(met));
    }

    private void begin(Loading<Plan> now) {
        state.set(now);
        decisions = new Decisions();
        ticked.set(0);
        toApply.set(0);
    }

    public void run() {
        planning.cancel();
        if (!canRun() || applying) {
            return;
        }
        begin(state.get().busyAgain());
        planning = start(JobInfo.quiet(), (of, progress) -> desk.sync().plan(of, progress), this::made, met -> {
            state.set(state.get().failedWith(met));
            compared.accept(Optional.empty());
        });
    }

    private interface Act<T> {
        T on(Integration of, Progress progress) throws InterruptedException;
    }

    /// Work on the integration that is chosen now.
    private <T> Job start(JobInfo info, Act<T> act, Consumer<T> done, Consumer<Problem> refused) {
        var id = choice.getValue().id();
        return tasks.start(info, progress -> act.on(desk.integrations().apply(id), progress), done, refused);
    }

    private void made(Plan plan) {
        decisions = Decisions.usual(plan);
        state.set(Loading.ready(plan));
        ticked.set((int) decisions.count(plan));
        toApply.set(plan.changes().size());
        compared.accept(Optional.of(plan));
    }

    /// Whoever does not want to wait for the calendars goes on without knowing what stands in them.
    public void stop() {
        if (!applying) {
            planning.cancel();
            begin(Loading.idle());
            compared.accept(Optional.empty());
        }
    }

    public boolean isApplying() {
        return applying;
    }

    public boolean canRun() {
        return choice.getValue() != null;
    }

    /// Only a dry run of the present state can be applied.
    public boolean canApply() {
        return state.get() instanceof Loading.Ready<Plan>(Plan made) && !applying && (ticked.get() > 0 || made.unfinished() > 0);
    }

    public boolean isTicked(Change change) {
        return decisions.isTicked(change);
    }

    public void tick(Change change, boolean wanted) {
        decisions.tick(change, wanted);
        state.get().data().ifPresent(made -> ticked.set((int) decisions.count(made)));
    }

    public Decisions.Side side(Change change, Field field) {
        return decisions.side(change, field);
    }

    public Decisions.Side side(Change change) {
        return decisions.side(change);
    }

    /// Whoever decides a conflict wants it settled.
    public void decide(Change change, Field field, Decisions.Side side) {
        decisions.decide(change, field, side);
        tick(change, true);
    }

    public void decideGone(Change change, Decisions.Side side) {
        decisions.decideAll(change, side);
        tick(change, true);
    }

    /// How many deletions people outside Lectern would notice.
    public long deletions() {
        return state.get().data().map(made -> made.changes().stream()
                .filter(change -> isTicked(change) && change.kind() == Change.Kind.DELETE).count()).orElse(0L);
    }

    public void apply() {
        if (!canApply()) {
            return;
        }
        var made = state.get().data().orElseThrow();
        var wanted = decisions;
        applying = true;
        state.set(state.get().busyAgain());
        start(JobInfo.shown(words.text("deliverables.job", ticked.get()), JobInfo.Kind.SYNC), (of, progress) -> {
            try {
                var done = desk.sync().apply(of, made, wanted, progress);
                progress.outcome(words.text("deliverables.done", done.done(), done.failures().size()));
                return done;
            } finally {
                applying = false;
            }
        }, done -> {
            report.set(Optional.of(done));
            listChanged.run();
        }, met -> {
            listChanged.run();
            failed.accept(met);
        });
    }

    /// Takes events of unknown deliverables into the list, from the shared calendar or those of these people.
    public void rebuild(Set<String> people) {
        start(JobInfo.quiet(), (of, progress) -> desk.sync().rebuild(of, people, progress), count -> listChanged.run(), failed);
    }

    public void abandonUnfinished() {
        start(JobInfo.quiet(), (of, progress) -> {
            desk.sync().abandon(of);
            return of;
        }, done -> listChanged.run(), failed);
    }

    public ReadOnlyObjectProperty<Loading<Plan>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty tickedProperty() {
        return ticked.getReadOnlyProperty();
    }

    /// The count beside the screen's name.
    public ReadOnlyIntegerProperty toApplyProperty() {
        return toApply.getReadOnlyProperty();
    }

    /// What the last application did, until it is closed.
    public ObjectProperty<Optional<SyncReport>> reportProperty() {
        return report;
    }
}
