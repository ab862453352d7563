package app.lectern.jobs;

import app.lectern.problems.Problem;
import java.util.function.Consumer;

/// Starts work off the calling thread. Three promises: answers arrive where the window lives; a cancelled job answers
/// nothing, not even late; every other job answers exactly once, with its result or with a [Problem].
public interface TaskRunner {
    <T> Job start(JobInfo info, Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed);

    default <T> Job start(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        return start(JobInfo.quiet(), work, done, failed);
    }

    /// Runs on a virtual thread. Interrupting that thread is how a cancel reaches blocking calls.
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }
}
