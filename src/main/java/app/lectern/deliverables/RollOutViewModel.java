package app.lectern.deliverables;

import app.lectern.integrations.Integration;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The roll-out list and the test date, asked in the background.
public final class RollOutViewModel {
    private final RollingOut services;
    private final Supplier<Integration> integration;
    private final TaskRunner tasks;

    /// @param integration asked in the background
    RollOutViewModel(RollingOut services, Supplier<Integration> integration, TaskRunner tasks) {
        this.services = services;
        this.integration = integration;
        this.tasks = tasks;
    }

    public void read(Consumer<Map<RollOutStep, RollOut.State>> read, Consumer<Problem> refused) {
        tasks.start(progress -> services.list().of(integration.get()), read, refused);
    }

    public void test(Consumer<TestDate.Outcome> done, Consumer<Problem> refused) {
        tasks.start(progress -> services.test().send(integration.get(), progress), done, refused);
    }
}
