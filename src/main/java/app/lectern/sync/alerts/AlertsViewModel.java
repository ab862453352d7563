package app.lectern.sync.alerts;

import app.lectern.integrations.Integration;
import app.lectern.jobs.Job;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.Loading;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The alerts of the chosen integration, and what a person does about them.
public final class AlertsViewModel {
    private final Alerts alerts;
    private final Function<String, Integration> integrations;
    private final ObservableValue<Choice> choice;
    private final TaskRunner tasks;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Loading<List<Alert>>> state = new ReadOnlyObjectWrapper<>(Loading.idle());
    private final ReadOnlyIntegerWrapper speaking = new ReadOnlyIntegerWrapper();
    private Job reading = Job.NONE;

    public AlertsViewModel(Alerts alerts, Function<String, Integration> integrations, ObservableValue<Choice> choice, TaskRunner tasks, Clock clock) {
        this.alerts = alerts;
        this.integrations = integrations;
        this.choice = choice;
        this.tasks = tasks;
        this.clock = clock;
    }

    public void load() {
        var chosen = choice.getValue();
        reading.cancel();
        if (chosen == null) {
            show(List.of());
            return;
        }
        state.set(state.get().busyAgain());
        reading = tasks.start(progress -> alerts.look(integrations.apply(chosen.id())), this::show, this::failed);
    }

    private void show(List<Alert> all) {
        speaking.set((int) all.stream().filter(alert -> !isSilent(alert) && !alert.cause().isGood()).count());
        state.set(Loading.ready(all));
    }

    private void failed(Problem problem) {
        state.set(state.get().failedWith(problem));
    }

    public void snooze(Alert alert, Duration time) {
        change(() -> alerts.snooze(alert.id(), time));
    }

    public void mute(Alert alert) {
        change(() -> alerts.mute(alert.id()));
    }

    /// Ends a snooze or a mute.
    public void speak(Alert alert) {
        change(() -> alerts.unmute(alert.id()));
    }

    private void change(Runnable deed) {
        tasks.start(progress -> {
            deed.run();
            return true;
        }, done -> load(), this::failed);
    }

    public boolean isSilent(Alert alert) {
        return alert.isSilent(clock.instant());
    }

    public Clock clock() {
        return clock;
    }

    public ReadOnlyObjectProperty<Loading<List<Alert>>> state() {
        return state.getReadOnlyProperty();
    }

    /// How many are not silent.
    public ReadOnlyIntegerProperty speaking() {
        return speaking.getReadOnlyProperty();
    }
}
