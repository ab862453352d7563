package app.lectern.graph;

import java.util.Objects;

/// A tenant as Lectern reaches it: which cloud, which tenant, which app, and with what credential.
/// The id is the integration's, stable over the years; the token cache and the call log are kept under it.
public record Connection(String id, Cloud cloud, String tenant, String clientId, Credential credential) {
    public Connection {
        Objects.requireNonNull(id);
        Objects.requireNonNull(cloud);
        Objects.requireNonNull(credential);
        tenant = tenant.strip();
        clientId = clientId.strip();
    }

    public boolean appOnly() {
        return credential.appOnly();
    }

    @Override
    public String toString() {
        return "Connection[" + id + ", " + cloud.kind() + ", " + tenant + "]";
    }
}
