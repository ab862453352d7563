package app.lectern.sync.expiry;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.Loading;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// What ends for the chosen integration.
public final class ExpiringViewModel {
    private final ExpiryRadar radar;
    private final Function<String, Integration> integrations;
    private final ObservableValue<Choice> choice;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<Loading<List<Expiring>>> state = new ReadOnlyObjectWrapper<>(Loading.idle());
    private Job reading = Job.NONE;

    public ExpiringViewModel(ExpiryRadar radar, Function<String, Integration> integrations, ObservableValue<Choice> choice, TaskRunner tasks) {
        this.radar = radar;
        this.integrations = integrations;
        this.choice = choice;
        this.tasks = tasks;
    }

    public void load() {
        var chosen = choice.getValue();
        reading.cancel();
        if (chosen == null) {
            state.set(Loading.ready(List.of()));
            return;
        }
        state.set(state.get().busyAgain());
        reading = tasks.start(progress -> radar.of(integrations.apply(chosen.id())), found -> state.set(Loading.ready(found)),
                problem -> state.set(state.get().failedWith(problem)));
    }

    public Instant now() {
        return radar.now();
    }

    public ReadOnlyObjectProperty<Loading<List<Expiring>>> state() {
        return state.getReadOnlyProperty();
    }
}
