package app.lectern.jobs;

/// What has to be written down even when somebody cancels just now. The store rolls back for an interrupted thread; here the wish to
/// cancel waits until that is done.
public final class Undisturbed {
    private Undisturbed() {}

    public static void run(Runnable work) {
        boolean cancelled = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (cancelled) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
