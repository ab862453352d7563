package app.lectern.recordings;

/// One download at work in its thread, and how it is to end. Once that is decided, no interrupt comes any more, so that what is
/// written down of it is whole.
final class ActiveDownload {
    private final Transferring progress = new Transferring();
    private Thread thread;
    private DownloadState ending;

    Transferring progress() {
        return progress;
    }

    synchronized void begin() throws InterruptedException {
        if (ending != null) {
            throw new InterruptedException();
        }
        thread = Thread.currentThread();
    }

    /// False when it has ended otherwise.
    synchronized boolean stop(DownloadState how) {
        if (ending != null) {
            return false;
        }
        ending = how;
        progress.stop();
        if (thread != null) {
            thread.interrupt();
        }
        return true;
    }

    /// How it ends: as somebody decided, else as said here. To be called on its own thread.
    synchronized DownloadState end(DownloadState otherwise) {
        if (ending == null) {
            ending = otherwise;
        }
        Thread.interrupted();
        return ending;
    }
}
