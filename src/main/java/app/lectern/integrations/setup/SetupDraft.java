package app.lectern.integrations.setup;

import app.lectern.integrations.CloudKind;
import app.lectern.integrations.Integration;
import app.lectern.integrations.SignInMethod;
import app.lectern.integrations.WorkspaceRole;
import app.lectern.integrations.permissions.AppJobs;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// An integration that is being set up. Its secrets are kept sealed beside it, never in it.
///
/// @param step where the person is
/// @param done the steps that are finished
public record SetupDraft(
        long id,
        SetupStep step,
        Set<SetupStep> done,
        Tenant tenant,
        App app,
        Account account,
        Ownership ownership,
        Instant startedAt,
        Instant savedAt) {
    /// @param entered     the id or domain as typed
    /// @param id          the tenant's own id, once its discovery document was read
    /// @param authority   certificates to trust beside the usual ones, as PEM, for a custom cloud
    public record Tenant(CloudKind cloud, String loginEndpoint, String graphEndpoint, String authority, String entered, String id) {
        public static final Tenant EMPTY = new Tenant(CloudKind.GLOBAL, "", "", "", "", "");
    }

    /// @param jobs       what it is meant for
    /// @param secretEnds as typed; empty when it is read from the app registration, and for a certificate
    public record App(String clientId, SignInMethod method, Optional<Instant> secretEnds, AppJobs jobs) {
        public static final App EMPTY = new App("", SignInMethod.CERTIFICATE, Optional.empty());

        public App {
            jobs = jobs == null ? AppJobs.ALL : jobs;
        }

        public App(String clientId, SignInMethod method, Optional<Instant> secretEnds) {
            this(clientId, method, secretEnds, AppJobs.ALL);
        }

        public App meantFor(AppJobs others) {
            return new App(clientId, method, secretEnds, others);
        }
    }

    public record Account(String address, boolean verified) {
        public static final Account EMPTY = new Account("", false);
    }

    public record Ownership(String name, String owner, WorkspaceRole role) {
        public static final Ownership EMPTY = new Ownership("", "", WorkspaceRole.ADMIN);
    }

    public SetupDraft {
        done = Set.copyOf(done);
    }

    /// The integration as far as it goes, to try things out with. It lives under a negative id, so that neither its tokens
    /// nor its secrets can be mistaken for those of a finished one.
    public Integration integration() {
        return new Integration(-id, ownership.name(), tenant.cloud(), tenant.loginEndpoint(), tenant.graphEndpoint(),
                tenant.id().isEmpty() ? tenant.entered() : tenant.id(), app.clientId(), app.method(), ownership.owner(),
                account.address(), true, startedAt, ownership.role(), tenant.authority(), app.jobs());
    }

    public boolean isDone(SetupStep which) {
        return done.contains(which);
    }

    /// The first step that is not finished.
    public SetupStep open() {
        for (var each : SetupStep.values()) {
            if (!done.contains(each)) {
                return each;
            }
        }
        return SetupStep.FINISH;
    }

    public SetupDraft at(SetupStep where) {
        return new SetupDraft(id, where, done, tenant, app, account, ownership, startedAt, savedAt);
    }

    /// With this step finished, and the person at the next one.
    public SetupDraft finished(SetupStep which) {
        var more = EnumSet.of(which);
        more.addAll(done);
        return new SetupDraft(id, which.next(), more, tenant, app, account, ownership, startedAt, savedAt);
    }

    /// Another tenant makes what was found out about the old one worthless.
    public SetupDraft with(Tenant other) {
        var still = other.equals(tenant) ? done : Set.<SetupStep>of();
        return new SetupDraft(id, step, still, other, app, account, ownership, startedAt, savedAt);
    }

    /// Another app makes everything after the choice of the tenant worthless; other jobs, what was found of its permissions.
    public SetupDraft with(App other) {
        var still = EnumSet.noneOf(SetupStep.class);
        still.addAll(done);
        if (!other.meantFor(app.jobs()).equals(app)) {
            still.retainAll(Set.of(SetupStep.TENANT));
        } else if (!other.equals(app)) {
            still.remove(SetupStep.PERMISSIONS);
        }
        return new SetupDraft(id, step, still, tenant, other, account, ownership, startedAt, savedAt);
    }

    public SetupDraft with(Account other) {
        return new SetupDraft(id, step, done, tenant, app, other, ownership, startedAt, savedAt);
    }

    public SetupDraft with(Ownership other) {
        return new SetupDraft(id, step, done, tenant, app, account, other, startedAt, savedAt);
    }
}
