package app.lectern.jobs;

import app.lectern.problems.Problem;
import app.lectern.problems.Unexpected;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Runs the work at once on the caller's thread: for the command line, and for tests of view models.
public final class InlineTaskRunner implements TaskRunner {
    private final Progress progress;

    public InlineTaskRunner(Progress progress) {
        this.progress = progress;
    }

    public InlineTaskRunner() {
        this(Progress.NONE);
    }

    @Override
    public <T> Job start(JobInfo info, Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        T result;
        try {
            result = work.run(progress);
        } catch (InterruptedException | CancellationException cancelled) {
            return Job.NONE;
        } catch (Exception failure) {
            failed.accept(Unexpected.from(failure));
            return Job.NONE;
        }
        done.accept(result);
        return Job.NONE;
    }
}
