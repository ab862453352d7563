package app.lectern.graph;

import java.io.InterruptedIOException;

/// The thread was interrupted while it waited for its turn or for a retry: the job was cancelled, nothing is wrong.
final class CancelledCall extends InterruptedIOException {
    private static final long serialVersionUID = 1L;

    CancelledCall(Throwable cause) {
        super("cancelled");
        initCause(cause);
        Thread.currentThread().interrupt();
    }
}
