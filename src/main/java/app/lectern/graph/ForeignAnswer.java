package app.lectern.graph;

import java.io.IOException;

/// Somebody on the way answered with a web page where JSON was due.
final class ForeignAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    ForeignAnswer(int status) {
        super("a web page came in place of JSON, with status " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
