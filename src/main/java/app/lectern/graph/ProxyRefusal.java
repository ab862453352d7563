package app.lectern.graph;

import java.io.IOException;

/// The proxy itself answered, with this status, before anything reached the host behind it.
final class ProxyRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    ProxyRefusal(int status) {
        super("the proxy answered " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
