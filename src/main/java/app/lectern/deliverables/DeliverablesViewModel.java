package app.lectern.deliverables;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemText;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.Loading;
import app.lectern.shell.SameCommand;
import app.lectern.shell.controls.PeopleText.Person;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The screen of due dates: the list, the dry run of its present state, and what is chosen of it. Each change of the list makes
/// the dry run anew, so that nothing can be applied that nobody has seen.
public final class DeliverablesViewModel {
    private final DeliverablesDesk desk;
    private final ObservableValue<Choice> choice;
    private final TaskRunner tasks;
    private final Words words;

    private final ReadOnlyObjectWrapper<Loading<Snapshot>> state = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyObjectWrapper<Loading<Plan>> plan = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ObservableList<DeliverableRow> rows = FXCollections.observableArrayList();
    private final FilteredList<DeliverableRow> shown = new FilteredList<>(rows);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<YearMonth> month = new SimpleObjectProperty<>();
    private final IntegerProperty ticked = new SimpleIntegerProperty();
    private final IntegerProperty toApply = new SimpleIntegerProperty();
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CalendarStanding>> standing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<SyncReport>> report = new SimpleObjectProperty<>(Optional.empty());
    private Decisions decisions = new Decisions();
    private Job planning = Job.NONE;
    private Job searching = Job.NONE;
    private boolean applying;

    public DeliverablesViewModel(DeliverablesDesk desk, ObservableValue<Choice> choice, TaskRunner tasks, Words words) {
        this.desk = desk;
        this.choice = choice;
        this.tasks = tasks;
        this.words = words;
        filter.subscribe(text -> {
            var wanted = text.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(row -> row.contains(wanted));
        });
        choice.subscribe(now -> {
            state.set(Loading.idle());
            forgetPlan(Loading.idle());
            rows.clear();
            report.set(Optional.empty());
            standing.set(Optional.empty());
            load();
        });
    }

    /// Reads the list, and makes the dry run of it.
    public void load() {
        if (choice.getValue() == null) {
            return;
        }
        planning.cancel();
        problem.set(Optional.empty());
        var id = choice.getValue().id();
        state.set(state.get().busyAgain());
        plan.set(plan.get().busyAgain());
        tasks.start(progress -> snapshot(desk.integrations().apply(id)), read -> {
            if (isStill(id)) {
                show(read);
            }
        }, met -> {
            if (isStill(id)) {
                state.set(state.get().failedWith(met));
                plan.set(plan.get().failedWith(met));
            }
        });
    }

    private Snapshot snapshot(Integration of) {
        var list = desk.deliverables().list(of);
        return new Snapshot(of, list, desk.deliverables().settings(of), desk.deliverables().completion(of), desk.deliverables().today(of),
                !desk.samples().apply(of).isEmpty());
    }

    private void show(Snapshot read) {
        state.set(Loading.ready(read));
        if (month.get() == null) {
            month.set(YearMonth.from(read.today()));
        }
        fillRows(null);
        readStanding();
        dryRun();
    }

    private void readStanding() {
        var id = choice.getValue().id();
        tasks.start(progress -> desk.sync().standing(desk.integrations().apply(id)), now -> {
            if (isStill(id)) {
                standing.set(Optional.of(now));
            }
        }, this::failed);
    }

    private boolean isStill(String id) {
        return choice.getValue() != null && choice.getValue().id().equals(id);
    }

    private void fillRows(Plan known) {
        rows.setAll(state.get().data().map(Snapshot::list).orElse(List.of()).stream()
                .map(each -> new DeliverableRow(each, DeliverableRow.state(each, known))).toList());
    }

    private void forgetPlan(Loading<Plan> now) {
        plan.set(now);
        decisions = new Decisions();
        ticked.set(0);
        toApply.set(0);
    }

    public void dryRun() {
        planning.cancel();
        if (choice.getValue() == null || applying) {
            return;
        }
        var id = choice.getValue().id();
        forgetPlan(plan.get().busyAgain());
        planning = tasks.start(progress -> desk.sync().plan(desk.integrations().apply(id), progress), made -> {
            if (isStill(id)) {
                planned(made);
            }
        }, met -> {
            if (isStill(id)) {
                plan.set(plan.get().failedWith(met));
                fillRows(null);
                readStanding();
            }
        });
    }

    /// Whoever does not want to wait for the calendars goes on without knowing what stands in them.
    public void stopDryRun() {
        if (!applying) {
            planning.cancel();
            forgetPlan(Loading.idle());
            fillRows(null);
        }
    }

    public boolean isApplying() {
        return applying;
    }

    public boolean canPlan() {
        return choice.getValue() != null;
    }

    private void planned(Plan made) {
        decisions = Decisions.usual(made);
        plan.set(Loading.ready(made));
        ticked.set((int) decisions.count(made));
        toApply.set(made.changes().size());
        fillRows(made);
        readStanding();
        // a calendar that was found or renamed is known by now
        var id = choice.getValue().id();
        tasks.start(progress -> snapshot(desk.integrations().apply(id)), read -> {
            if (isStill(id)) {
                state.set(Loading.ready(read));
            }
        }, this::failed);
    }

    /// Only a dry run of the present state can be applied.
    public boolean canApply() {
        return plan.get() instanceof Loading.Ready<Plan>(Plan made) && !applying && (ticked.get() > 0 || made.unfinished() > 0);
    }

    public boolean isTicked(Change change) {
        return decisions.isTicked(change);
    }

    public void tick(Change change, boolean wanted) {
        decisions.tick(change, wanted);
        plan.get().data().ifPresent(made -> ticked.set((int) decisions.count(made)));
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

    /// How many deletions and moves people outside Lectern would notice.
    public long deletions() {
        return plan.get().data().map(made -> made.changes().stream()
                .filter(change -> isTicked(change) && change.kind() == Change.Kind.DELETE).count()).orElse(0L);
    }

    public void apply() {
        if (!canApply()) {
            return;
        }
        var made = plan.get().data().orElseThrow();
        var id = choice.getValue().id();
        var wanted = decisions;
        applying = true;
        plan.set(plan.get().busyAgain());
        tasks.start(JobInfo.shown(words.text("deliverables.job", ticked.get()), JobInfo.Kind.SYNC), progress -> {
            try {
                var done = desk.sync().apply(desk.integrations().apply(id), made, wanted, progress);
                progress.outcome(words.text("deliverables.done", done.done(), done.failures().size()));
                return done;
            } finally {
                applying = false;
            }
        }, done -> {
            report.set(Optional.of(done));
            load();
        }, met -> {
            load();
            failed(met);
        });
    }

    private void failed(Problem met) {
        problem.set(Optional.of(met));
    }

    private <T> void change(Function<Integration, T> work, Consumer<T> done) {
        var of = choice.getValue().id();
        tasks.start(progress -> work.apply(desk.integrations().apply(of)), result -> {
            done.accept(result);
            load();
        }, this::failed);
    }

    public void save(Deliverable changed) {
        change(of -> desk.deliverables().save(of, changed), saved -> {});
    }

    public void saveSettings(CalendarSettings settings) {
        change(of -> desk.deliverables().save(of, settings), saved -> {});
    }

    public void markDone(Collection<Deliverable> which, boolean done) {
        change(of -> which.stream().map(each -> desk.deliverables().done(of, each, done)).toList(), saved -> {});
    }

    /// Takes them off the list; what is returned puts them back.
    public Runnable delete(Collection<Deliverable> which) {
        var gone = List.copyOf(which);
        change(of -> {
            desk.deliverables().delete(of, gone);
            return gone;
        }, done -> {});
        return () -> change(of -> {
            desk.deliverables().restore(of, gone);
            return gone;
        }, done -> {});
    }

    public void switchTo(CalendarMode mode) {
        state.get().data().ifPresent(now -> saveSettings(now.settings().mode(mode)));
    }

    /// Fills the list of a simulated tenant, with a mailbox that is there.
    public void loadSamples() {
        change(of -> {
            var samples = desk.samples().apply(of);
            desk.deliverables().restore(of, samples);
            return samples;
        }, done -> {});
    }

    /// Takes events of unknown deliverables into the list; in whose calendars to look, the present list says.
    public void rebuild() {
        var id = choice.getValue().id();
        var people = rows.stream().flatMap(row -> row.deliverable().assignees().stream()).collect(Collectors.toSet());
        tasks.start(progress -> desk.sync().rebuild(desk.integrations().apply(id), people, progress), count -> load(), this::failed);
    }

    public void abandonUnfinished() {
        change(of -> {
            desk.sync().abandon(of);
            return of;
        }, done -> {});
    }

    public void export(Path file, Consumer<Integer> saved) {
        var id = choice.getValue().id();
        tasks.start(progress -> desk.exports().write(desk.integrations().apply(id), file), saved, this::failed);
    }

    public void readFile(Path file, Consumer<DeliverableImport.Sheet> read) {
        tasks.start(progress -> desk.imports().read(file), read, this::failed);
    }

    public void preview(DeliverableImport.Sheet sheet, Map<Column, Integer> mapping, Consumer<ImportPreview> made) {
        var id = choice.getValue().id();
        tasks.start(progress -> desk.imports().preview(desk.integrations().apply(id), sheet, mapping), made, this::failed);
    }

    public void importAll(ImportPreview preview) {
        change(of -> desk.imports().apply(of, preview), done -> {});
    }

    public SharingViewModel sharing() {
        var id = choice.getValue().id();
        return new SharingViewModel(desk.sharing(), () -> desk.integrations().apply(id), tasks);
    }

    public Optional<RollOutViewModel> rollOut() {
        var id = choice.getValue().id();
        return desk.rollOut().map(services -> new RollOutViewModel(services, () -> desk.integrations().apply(id), tasks));
    }

    /// Looks people up while somebody types; the newest text wins.
    public void searchPeople(String text, Consumer<List<Person>> found, Consumer<String> refused) {
        searching.cancel();
        var id = choice.getValue().id();
        searching = tasks.start(progress -> desk.people().apply(desk.integrations().apply(id), text).stream()
                .map(account -> new Person(account.mail(), account.displayName())).toList(), found, problem -> refused.accept(new ProblemText(words).what(problem)));
    }

    public boolean canMakeReview() {
        return desk.review().isPresent();
    }

    public void makeReview(Deliverable about) {
        desk.review().ifPresent(editor -> state.get().data().ifPresent(now -> editor.accept(new ReviewDraft(now.integration(),
                words.text("deliverables.review.subject", about.subject()), about.link(), about.date(), about.assignees()))));
    }

    public SameCommand sameCommand(String verb) {
        var integration = choice.getValue() == null ? "" : choice.getValue().id();
        return integration.isEmpty() ? SameCommand.of("deliverables", verb) : SameCommand.of("deliverables", verb, "--integration", integration);
    }

    public Set<String> projects() {
        return new TreeSet<>(rows.stream().map(row -> row.deliverable().project()).toList());
    }

    public ReadOnlyObjectProperty<Loading<Snapshot>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether the due dates are kept in calendars; empty until it was read.
    public ReadOnlyObjectProperty<Optional<CalendarStanding>> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Loading<Plan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    public ObservableList<DeliverableRow> rows() {
        return rows;
    }

    public FilteredList<DeliverableRow> shown() {
        return shown;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<YearMonth> monthProperty() {
        return month;
    }

    public IntegerProperty tickedProperty() {
        return ticked;
    }

    /// The count beside the screen's name.
    public IntegerProperty toApplyProperty() {
        return toApply;
    }

    public ObjectProperty<Optional<Problem>> problemProperty() {
        return problem;
    }

    public ObjectProperty<Optional<SyncReport>> reportProperty() {
        return report;
    }
}
