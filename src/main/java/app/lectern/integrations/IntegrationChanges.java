package app.lectern.integrations;

import app.lectern.graph.DeviceCodePrompt;
import app.lectern.graph.SignedIn;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;

/// Changes an integration that exists. Where it leads to another tenant, app or way of signing in, the session begins anew; nothing
/// is saved while a field is wrong.
public final class IntegrationChanges {
    /// What a changed integration needs before it can work again.
    public enum Needs { NOTHING, SECRET, CERTIFICATE, SIGN_IN }

    public record Changed(Integration integration, Needs needs) {}

    private final Integrations integrations;
    private final IntegrationAccess access;
    private final IntegrationRules rules;

    public IntegrationChanges(Integrations integrations, IntegrationAccess access, Clock clock) {
        this.integrations = integrations;
        this.access = access;
        this.rules = new IntegrationRules(integrations, clock);
    }

    public Changed change(Integration before, Integration now) {
        rules.valid(now);
        if (now.isSimulated()) {
            return new Changed(integrations.update(now), Needs.NOTHING);
        }
        rules.tenant(now.tenant()).or(() -> rules.clientId(now.clientId(), now.tenant())).ifPresent(fault -> {
            throw fault.problem().raise();
        });
        var saved = integrations.update(now);
        if (leadsElsewhere(before, saved)) {
            access.forget(saved);
            integrations.forgetCredential(saved);
        }
        if (!before.clientId().equalsIgnoreCase(saved.clientId())) {
            // a secret belongs to one app and is shown to no other
            integrations.forgetSecrets(saved);
        }
        return new Changed(saved, needs(before, saved));
    }

    private static boolean leadsElsewhere(Integration before, Integration now) {
        return !before.tenant().equals(now.tenant()) || !before.clientId().equals(now.clientId()) || before.signInMethod() != now.signInMethod();
    }

    private Needs needs(Integration before, Integration now) {
        return switch (now.signInMethod()) {
            case SECRET -> integrations.hasSecret(now, SecretKind.CLIENT_SECRET) ? Needs.NOTHING : Needs.SECRET;
            case CERTIFICATE -> integrations.hasSecret(now, SecretKind.CERTIFICATE) ? Needs.NOTHING : Needs.CERTIFICATE;
            case DEVICE_CODE, BROWSER -> leadsElsewhere(before, now) ? Needs.SIGN_IN : Needs.NOTHING;
        };
    }

    /// Signs a person in again, with a code that `given` is told.
    public SignedIn signInWithCode(Integration of, Consumer<DeviceCodePrompt> given) {
        return access.session(of).signIn().withDeviceCode(given);
    }

    public SignedIn signInWithBrowser(Integration of, Consumer<URI> opener) {
        return access.session(of).signIn().withBrowser(opener::accept);
    }
}
