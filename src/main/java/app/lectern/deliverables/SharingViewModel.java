package app.lectern.deliverables;

import app.lectern.integrations.Integration;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Who may look into the shared calendar, asked and changed in the background.
public final class SharingViewModel {
    private final CalendarSharing sharing;
    private final Supplier<Integration> integration;
    private final TaskRunner tasks;

    /// @param integration asked in the background
    SharingViewModel(CalendarSharing sharing, Supplier<Integration> integration, TaskRunner tasks) {
        this.sharing = sharing;
        this.integration = integration;
        this.tasks = tasks;
    }

    public void read(Consumer<List<CalendarShare>> read, Consumer<Problem> refused) {
        tasks.start(progress -> sharing.list(integration.get()), read, refused);
    }

    public void share(String address, Runnable done, Consumer<Problem> refused) {
        change(of -> sharing.share(of, address), done, refused);
    }

    public void remove(CalendarShare share, Runnable done, Consumer<Problem> refused) {
        change(of -> sharing.remove(of, share), done, refused);
    }

    public void organisation(boolean reads, Runnable done, Consumer<Problem> refused) {
        change(of -> sharing.organisation(of, reads), done, refused);
    }

    private void change(Consumer<Integration> work, Runnable done, Consumer<Problem> refused) {
        tasks.start(progress -> {
            work.accept(integration.get());
            return true;
        }, result -> done.run(), refused);
    }
}
