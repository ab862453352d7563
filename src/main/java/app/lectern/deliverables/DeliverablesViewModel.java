package app.lectern.deliverables;

import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.problems.Remedy;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.Loading;
import app.lectern.shell.SameCommand;
import app.lectern.words.Words;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The list of the screen of due dates: what is on it, what of it is shown, and how each line stands to the calendars. Follows the
/// integration of the top bar. Whenever it was read, the calendars are compared with it anew.
public final class DeliverablesViewModel {
    private final DeliverablesDesk desk;
    private final ObservableValue<Choice> choice;
    private final TaskRunner tasks;
    private final PlanViewModel plan;

    private final ReadOnlyObjectWrapper<Loading<Snapshot>> state = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ObservableList<DeliverableRow> rows = FXCollections.observableArrayList();
    private final FilteredList<DeliverableRow> shown = new FilteredList<>(rows);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<YearMonth> month = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CalendarStanding>> standing = new ReadOnlyObjectWrapper<>(Optional.empty());

    public DeliverablesViewModel(DeliverablesDesk desk, ObservableValue<Choice> choice, TaskRunner tasks, Words words) {
        this.desk = desk;
        this.choice = choice;
        this.tasks = tasks;
        this.plan = new PlanViewModel(desk, choice, tasks, words, this::compared, this::load, this::failed);
        filter.subscribe(text -> {
            var wanted = text.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(row -> row.contains(wanted));
        });
        choice.subscribe(now -> {
            state.set(Loading.idle());
            plan.forget();
            rows.clear();
            standing.set(Optional.empty());
            load();
        });
    }

    /// The dry run of the list as it was last read.
    public PlanViewModel plan() {
        return plan;
    }

    /// Reads the list, and makes the dry run of it.
    public void load() {
        if (choice.getValue() == null) {
            return;
        }
        problem.set(Optional.empty());
        var id = chosen();
        state.set(state.get().busyAgain());
        plan.awaitList();
        tasks.start(progress -> snapshot(id), read -> {
            if (isStill(id)) {
                show(read);
            }
        }, met -> {
            if (isStill(id)) {
                state.set(state.get().failedWith(met));
                plan.listFailed(met);
            }
        });
    }

    private Snapshot snapshot(String id) {
        var of = desk.integrations().apply(id);
        var list = desk.deliverables().list(of);
        return new Snapshot(of, list, desk.deliverables().settings(of), desk.deliverables().completion(of), desk.deliverables().today(of),
                !desk.samples().apply(of).isEmpty());
    }

    private void show(Snapshot read) {
        state.set(Loading.ready(read));
        if (month.get() == null) {
            month.set(YearMonth.from(read.today()));
        }
        compared(Optional.empty());
        plan.run();
    }

    private void compared(Optional<Plan> made) {
        rows.setAll(state.get().data().map(Snapshot::list).orElse(List.of()).stream()
                .map(each -> new DeliverableRow(each, DeliverableRow.state(each, made.orElse(null)))).toList());
        readStanding();
        if (made.isPresent()) {
            readSettings();
        }
    }

    private void readStanding() {
        var id = chosen();
        tasks.start(progress -> desk.sync().standing(desk.integrations().apply(id)), now -> {
            if (isStill(id)) {
                standing.set(Optional.of(now));
            }
        }, this::failed);
    }

    /// A calendar that was found or renamed by the dry run is known by now.
    private void readSettings() {
        var id = chosen();
        tasks.start(progress -> snapshot(id), read -> {
            if (isStill(id)) {
                state.set(Loading.ready(read));
            }
        }, this::failed);
    }

    private boolean isStill(String id) {
        return choice.getValue() != null && chosen().equals(id);
    }

    String chosen() {
        return choice.getValue().id();
    }

    void failed(Problem met) {
        problem.set(Optional.of(met));
    }

    /// What an administrator can do outside Lectern about something the calendars refused.
    List<Remedy> remedies(Problem refused) {
        return state.get().data().map(now -> CalendarRemedies.of(now.integration(), refused)).orElse(List.of());
    }

    public SameCommand sameCommand(String verb) {
        var integration = choice.getValue() == null ? "" : chosen();
        return integration.isEmpty() ? SameCommand.of("deliverables", verb) : SameCommand.of("deliverables", verb, "--integration", integration);
    }

    public Set<String> projects() {
        return new TreeSet<>(rows.stream().map(row -> row.deliverable().project()).toList());
    }

    public Set<String> assignees() {
        return rows.stream().flatMap(row -> row.deliverable().assignees().stream()).collect(Collectors.toSet());
    }

    public ReadOnlyObjectProperty<Loading<Snapshot>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether the due dates are kept in calendars; empty until it was read.
    public ReadOnlyObjectProperty<Optional<CalendarStanding>> standingProperty() {
        return standing.getReadOnlyProperty();
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

    public ObjectProperty<Optional<Problem>> problemProperty() {
        return problem;
    }
}
