package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.LinkTrail;
import app.lectern.problems.Problem;
import java.util.function.Consumer;

/// Notes which join links were copied or shown. The copy itself does not wait for it.
final class LinksViewModel {
    private final LinkTrail trail;
    private final TaskRunner tasks;
    private final Consumer<Problem> failed;

    LinksViewModel(LinkTrail trail, TaskRunner tasks, Consumer<Problem> failed) {
        this.trail = trail;
        this.tasks = tasks;
        this.failed = failed;
    }

    void copied(Integration in, String subject) {
        note(() -> trail.copied(in, subject));
    }

    void shown(Integration in, String subject) {
        note(() -> trail.shown(in, subject));
    }

    private void note(Runnable work) {
        tasks.start(progress -> {
            work.run();
            return true;
        }, done -> {}, failed);
    }
}
