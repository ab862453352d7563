package app.lectern.integrations;

import app.lectern.integrations.permissions.AppJobs;
import java.time.Instant;

/// One tenant as the person set it up. Endpoints are filled in for a custom cloud only; an owner or service account
/// that is not set is empty. Holds no secret.
///
/// @param authorityPem certificates that only this integration trusts beside the usual ones, as PEM; mostly empty
/// @param jobs         what it is for, which decides what is asked for and judged
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
        Instant createdAt,
        WorkspaceRole role,
        String authorityPem,
        AppJobs jobs) {
    public Integration(
            long id, String name, CloudKind cloud, String loginEndpoint, String graphEndpoint, String tenant, String clientId,
            SignInMethod signInMethod, String owner, String serviceAccount, boolean active, Instant createdAt, WorkspaceRole role,
            String authorityPem) {
        this(id, name, cloud, loginEndpoint, graphEndpoint, tenant, clientId, signInMethod, owner, serviceAccount, active,
                createdAt, role, authorityPem, AppJobs.ALL);
    }

    public Integration(
            long id, String name, CloudKind cloud, String loginEndpoint, String graphEndpoint, String tenant, String clientId,
            SignInMethod signInMethod, String owner, String serviceAccount, boolean active, Instant createdAt) {
        this(id, name, cloud, loginEndpoint, graphEndpoint, tenant, clientId, signInMethod, owner, serviceAccount, active,
                createdAt, WorkspaceRole.ADMIN, "");
    }

    public boolean isSimulated() {
        return cloud == CloudKind.DEMO;
    }

    /// The name under which tokens, calls and secrets of this integration are kept.
    public String key() {
        return Long.toString(id);
    }

    Integration under(long otherId) {
        return new Integration(otherId, name, cloud, loginEndpoint, graphEndpoint, tenant, clientId, signInMethod, owner,
                serviceAccount, active, createdAt, role, authorityPem, jobs);
    }

    public Integration named(String other) {
        return new Integration(id, other, cloud, loginEndpoint, graphEndpoint, tenant, clientId, signInMethod, owner,
                serviceAccount, active, createdAt, role, authorityPem, jobs);
    }

    public Integration active(boolean other) {
        return new Integration(id, name, cloud, loginEndpoint, graphEndpoint, tenant, clientId, signInMethod, owner,
                serviceAccount, other, createdAt, role, authorityPem, jobs);
    }

    public Integration ownedBy(String other) {
        return new Integration(id, name, cloud, loginEndpoint, graphEndpoint, tenant, clientId, signInMethod, other,
                serviceAccount, active, createdAt, role, authorityPem, jobs);
    }

    public Integration organisingAs(String account) {
        return new Integration(id, name, cloud, loginEndpoint, graphEndpoint, tenant, clientId, signInMethod, owner,
                account, active, createdAt, role, authorityPem, jobs);
    }

    public Integration signingIn(SignInMethod other) {
        return new Integration(id, name, cloud, loginEndpoint, graphEndpoint, tenant, clientId, other, owner,
                serviceAccount, active, createdAt, role, authorityPem, jobs);
    }

    public Integration shownTo(WorkspaceRole other) {
        return new Integration(id, name, cloud, loginEndpoint, graphEndpoint, tenant, clientId, signInMethod, owner,
                serviceAccount, active, createdAt, other, authorityPem, jobs);
    }

    public Integration of(String otherTenant, String otherClientId) {
        return new Integration(id, name, cloud, loginEndpoint, graphEndpoint, otherTenant, otherClientId, signInMethod, owner,
                serviceAccount, active, createdAt, role, authorityPem, jobs);
    }

    public Integration meantFor(AppJobs others) {
        return new Integration(id, name, cloud, loginEndpoint, graphEndpoint, tenant, clientId, signInMethod, owner,
                serviceAccount, active, createdAt, role, authorityPem, others);
    }
}
