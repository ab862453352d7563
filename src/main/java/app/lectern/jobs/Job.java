package app.lectern.jobs;

/// A handle on work that was started. All verbs may be called from any thread and more than once.
public interface Job {
    /// Stands for "nothing was started yet", so that the newest request can always cancel the one before.
    Job NONE = new Job() {
        @Override
        public void cancel() {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}
    };

    void cancel();

    void pause();

    void resume();
}
