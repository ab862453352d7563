package app.lectern.shell.settings;

import app.lectern.jobs.TaskRunner;
import app.lectern.shell.Loading;
import java.util.function.IntSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Whether the system starts the sync while the window is closed, and changing that.
public final class UnattendedFields {
    private final UnattendedSync source;
    private final TaskRunner tasks;
    private final IntSupplier everyMinutes;
    private final ReadOnlyObjectWrapper<Loading<UnattendedSync.State>> state = new ReadOnlyObjectWrapper<>(Loading.idle());

    /// @param everyMinutes how often the window itself syncs
    UnattendedFields(UnattendedSync source, TaskRunner tasks, IntSupplier everyMinutes) {
        this.source = source;
        this.tasks = tasks;
        this.everyMinutes = everyMinutes;
    }

    public ReadOnlyObjectProperty<Loading<UnattendedSync.State>> state() {
        return state.getReadOnlyProperty();
    }

    public void look() {
        ask(progress -> source.state());
    }

    public void install() {
        int every = everyMinutes.getAsInt();
        ask(progress -> source.install(every));
    }

    public void remove() {
        ask(progress -> source.remove());
    }

    private void ask(TaskRunner.Work<UnattendedSync.State> work) {
        if (state.get().isBusy()) {
            return;
        }
        state.set(state.get().busyAgain());
        tasks.start(work, found -> state.set(Loading.ready(found)), problem -> state.set(Loading.failed(problem)));
    }
}
