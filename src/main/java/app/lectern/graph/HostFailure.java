package app.lectern.graph;

import java.io.IOException;

/// A transport fault together with the host that was meant, which the libraries above would no longer know.
final class HostFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final String host;
    private final String proxy;

    HostFailure(String host, String proxy, IOException cause) {
        super(cause);
        this.host = host;
        this.proxy = proxy;
    }

    String host() {
        return host;
    }

    /// The proxy that the settings name, or nothing.
    String proxy() {
        return proxy;
    }
}
