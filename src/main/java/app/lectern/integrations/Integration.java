package app.lectern.integrations;

import java.time.Instant;

/// One tenant as the person set it up. Endpoints are filled in for a custom cloud only; an owner or service account
/// that is not set is empty. Holds no secret.
public record Integration(
        long id,
        String name,
        CloudKind cloud,
        String loginEndpoint,
        String graphEndpoint,
        String tenant,
        String clientId,
        SignInMethod signInMethod,
        String owner,
        String serviceAccount,
        boolean active,
        Instant createdAt) {
    public boolean isSimulated() {
        return cloud == CloudKind.DEMO;
    }

    /// The name under which tokens, calls and secrets of this integration are kept.
    public String key() {
        return Long.toString(id);
    }
}
