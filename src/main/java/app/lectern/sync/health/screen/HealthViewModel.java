package app.lectern.sync.health.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.Loading;
import app.lectern.sync.alerts.Fix;
import app.lectern.sync.alerts.FixKind;
import app.lectern.sync.health.HealthState;
import app.lectern.sync.health.HealthWords;
import app.lectern.sync.health.IntegrationHealth;
import app.lectern.sync.health.MeetingHealth;
import app.lectern.sync.health.OpenFailure;
import app.lectern.sync.health.SyncHealth;
import app.lectern.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// How the chosen integration is synced, and every line of what is not as it should be.
public final class HealthViewModel {
    /// What the list is narrowed to.
    public enum Shown {
        ALL, FAILING, MISSING, STALE;

        boolean admits(HealthState state) {
            return this == ALL || name().equals(state.name());
        }
    }

    private final SyncHealth health;
    private final Function<String, Integration> integrations;
    private final ObservableValue<Choice> choice;
    private final TaskRunner tasks;
    private final HealthWords said;
    private final ReadOnlyObjectWrapper<Loading<IntegrationHealth>> state = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ObservableList<HealthRow> rows = FXCollections.observableArrayList();
    private final FilteredList<HealthRow> shown = new FilteredList<>(rows);
    private final ObjectProperty<Shown> filter = new SimpleObjectProperty<>(Shown.ALL);
    private Job reading = Job.NONE;

    public HealthViewModel(SyncHealth health, Function<String, Integration> integrations, ObservableValue<Choice> choice, TaskRunner tasks, Words words) {
        this.health = health;
        this.integrations = integrations;
        this.choice = choice;
        this.tasks = tasks;
        this.said = new HealthWords(words);
        filter.addListener((observed, before, now) -> shown.setPredicate(row -> now.admits(row.state())));
    }

    /// Reads anew how the integration stands that is chosen now.
    public void load() {
        var chosen = choice.getValue();
        reading.cancel();
        if (chosen == null) {
            rows.clear();
            state.set(Loading.idle());
            return;
        }
        state.set(state.get().busyAgain());
        reading = tasks.start(progress -> health.of(integrations.apply(chosen.id())), found -> {
            rows.setAll(rows(found));
            state.set(Loading.ready(found));
        }, problem -> state.set(state.get().failedWith(problem)));
    }

    private List<HealthRow> rows(IntegrationHealth of) {
        var all = new ArrayList<HealthRow>();
        of.failures().stream().filter(failure -> failure.meeting().isEmpty()).forEach(failure -> all.add(row(failure)));
        of.troubles().forEach(meeting -> all.addAll(rows(meeting)));
        all.sort(java.util.Comparator.comparing(HealthRow::state).reversed());
        return all;
    }

    private HealthRow row(OpenFailure failure) {
        return new HealthRow(HealthState.FAILING, failure.facet(), failure.subject(), "", OptionalLong.empty(), Optional.empty(),
                Optional.of(failure.since()), said.why(failure), Optional.of(failure.problem()));
    }

    private List<HealthRow> rows(MeetingHealth of) {
        var meeting = of.meeting();
        return of.facets().entrySet().stream().filter(each -> each.getValue().state().compareTo(HealthState.STALE) >= 0)
                .map(each -> new HealthRow(each.getValue().state(), each.getKey(), meeting.subject(), meeting.organiserName(),
                        OptionalLong.of(meeting.id()), Optional.of(meeting.start()), each.getValue().since(), said.why(each.getValue()),
                        each.getValue().problem()))
                .toList();
    }

    /// The step that a row leads to: its meeting's diagnosis, or another try.
    public Fix fix(HealthRow row) {
        return row.meeting().isPresent() ? Fix.of(FixKind.DIAGNOSE_MEETING, row.meeting().getAsLong()) : Fix.of(FixKind.SYNC_NOW);
    }

    /// Another sync of what the row is about, and of nothing else.
    public Fix again(HealthRow row) {
        return row.meeting().isPresent() ? Fix.of(FixKind.SYNC_MEETING, row.meeting().getAsLong()) : Fix.of(FixKind.SYNC_NOW);
    }

    public long count(Shown of) {
        return rows.stream().filter(row -> of.admits(row.state())).count();
    }

    public ReadOnlyObjectProperty<Loading<IntegrationHealth>> state() {
        return state.getReadOnlyProperty();
    }

    public ObservableList<HealthRow> rows() {
        return rows;
    }

    public FilteredList<HealthRow> shown() {
        return shown;
    }

    public ObjectProperty<Shown> filter() {
        return filter;
    }
}
