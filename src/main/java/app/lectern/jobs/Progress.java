package app.lectern.jobs;

import java.time.Duration;

/// What running work tells about itself, and how it learns that it should stop or wait.
public interface Progress {
    /// For work whose progress nobody watches.
    Progress NONE = new Progress() {
        @Override
        public void detail(String text) {}

        @Override
        public void count(long done, long total) {}

        @Override
        public void bytes(long done, long total) {}

        @Override
        public void outcome(String text) {}

        @Override
        public boolean cancelled() {
            return Thread.currentThread().isInterrupted();
        }

        @Override
        public void checkpoint() throws InterruptedException {
            if (cancelled()) {
                throw new InterruptedException();
            }
        }
    };

    /// The line under the title: what is being worked on now.
    void detail(String text);

    /// So many items of so many; a total of 0 means that it is not known yet.
    void count(long done, long total);

    /// So many bytes of so many, from which speed and time left are worked out.
    void bytes(long done, long total);

    /// How it ended, in a few words, shown in place of the detail once the job is done.
    void outcome(String text);

    /// Somebody else asked for a pause this long, beginning now; the work goes on by itself.
    default void waits(Duration pause) {}

    boolean cancelled();

    /// Whether a [#checkpoint] would wait now: for work that must let go of something before it waits.
    default boolean paused() {
        return false;
    }

    /// To be called between pages and chunks: waits while the job is paused, and throws once it is cancelled.
    void checkpoint() throws InterruptedException;
}
