package app.lectern.integrations;

import app.lectern.graph.Cloud;
import app.lectern.graph.Connection;
import app.lectern.graph.Credential;
import app.lectern.graph.EntraPages;
import app.lectern.graph.GraphSession;
import app.lectern.graph.GraphSessions;
import app.lectern.graph.HttpOptions;
import app.lectern.graph.SignedIn;
import app.lectern.graph.TenantFacts;
import app.lectern.graph.TokenCacheStore;
import app.lectern.problems.Problem;
import app.lectern.store.SecretStore;
import app.lectern.vault.Secret;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/// The way from an integration, as a person set it up, to a working session with its tenant.
public final class IntegrationAccess {
    /// Where the demo tenant answers in this run, and how Lectern signs in to it.
    public record DemoDoor(String loginEndpoint, String graphEndpoint, String clientId, Secret secret, X509Certificate authority) {}

    private final Integrations integrations;
    private final GraphSessions sessions;
    private final Supplier<HttpOptions> network;
    private final Supplier<DemoDoor> demo;

    public IntegrationAccess(
            Integrations integrations, GraphSessions sessions, Supplier<HttpOptions> network, Supplier<DemoDoor> demo) {
        this.integrations = integrations;
        this.sessions = sessions;
        this.network = network;
        this.demo = demo;
    }

    /// Signs in without asking anybody.
    public SignedIn signIn(Integration to) {
        return session(to).signIn().silently();
    }

    /// The session of this integration, shared by all features.
    public GraphSession session(Integration of) {
        if (of.isSimulated()) {
            var door = demo.get();
            return sessions.open(
                    new Connection(of.key(), Cloud.custom(door.loginEndpoint(), door.graphEndpoint()), of.tenant(), door.clientId(),
                            new Credential.ClientSecret(door.secret())),
                    HttpOptions.direct().trusting(door.authority()));
        }
        return sessions.open(connection(of), network(of));
    }

    /// Whether the integration acts for itself; the demo tenant always does.
    public boolean isAppOnly(Integration of) {
        return of.isSimulated() || of.signInMethod().isUnattended();
    }

    /// Asks Entra whether there is such a tenant in this cloud, before anybody signs in.
    public TenantFacts findTenant(Integration of) {
        if (of.isSimulated()) {
            var door = demo.get();
            return sessions.findTenant(Cloud.custom(door.loginEndpoint(), door.graphEndpoint()), of.tenant(),
                    HttpOptions.direct().trusting(door.authority()));
        }
        return sessions.findTenant(cloud(of), of.tenant(), network(of));
    }

    /// The portal's pages and the scripts for this integration; needs neither secret nor network.
    public EntraPages pages(Integration of) {
        var cloud = of.isSimulated() ? Cloud.GLOBAL : cloud(of);
        return new EntraPages(new Connection(of.key(), cloud, of.tenant(), of.clientId(), new Credential.Browser()));
    }

    /// What this cloud does not offer at all, whatever the permissions.
    public boolean lacks(Integration of, Cloud.Capability capability) {
        return !of.isSimulated() && cloud(of).lacks(capability);
    }

    /// Ends the session, so that the next one starts with what is kept now.
    public void forget(Integration of) {
        sessions.close(of.key());
    }

    /// The first letters of the secret in use, by which Entra tells several apart.
    String secretHint(Integration of, int letters) {
        var secret = of.isSimulated()
                ? Optional.of(demo.get().secret())
                : integrations.secret(of, SecretKind.CLIENT_SECRET);
        return secret.map(value -> {
            var chars = value.copyChars();
            try {
                return chars.length < letters ? "" : new String(chars, 0, letters);
            } finally {
                Arrays.fill(chars, '\0');
            }
        }).orElse("");
    }

    private HttpOptions network(Integration of) {
        var options = network.get();
        if (of.authorityPem().isBlank()) {
            return options;
        }
        try {
            for (var authority : Authorities.read(of.authorityPem())) {
                options = options.trusting(authority);
            }
            return options;
        } catch (CertificateException damaged) {
            throw Problem.of(Problem.Code.CA_FILE_UNREADABLE).with("path", of.name()).raise(damaged);
        }
    }

    private Connection connection(Integration of) {
        return new Connection(of.key(), cloud(of), of.tenant(), of.clientId(), credential(of));
    }

    /// Where this integration's tenant is reached.
    public Cloud cloud(Integration of) {
        return switch (of.cloud()) {
            case GLOBAL -> Cloud.GLOBAL;
            case GCC_HIGH -> Cloud.GCC_HIGH;
            case DOD -> Cloud.DOD;
            case CHINA -> Cloud.CHINA;
            case CUSTOM, DEMO -> Cloud.custom(of.loginEndpoint(), of.graphEndpoint());
        };
    }

    private Credential credential(Integration of) {
        return switch (of.signInMethod()) {
            case DEVICE_CODE -> new Credential.DeviceCode();
            case BROWSER -> new Credential.Browser();
            case SECRET -> new Credential.ClientSecret(integrations.secret(of, SecretKind.CLIENT_SECRET).orElseThrow(() -> notKept(of)));
            case CERTIFICATE -> certificate(of);
        };
    }

    private Credential certificate(Integration of) {
        var content = integrations.secretBytes(of, SecretKind.CERTIFICATE).orElseThrow(() -> notKept(of));
        var password = integrations.secret(of, SecretKind.CERTIFICATE_PASSWORD).orElseGet(() -> Secret.of(""));
        return IntegrationRules.credential(content, password, of.name());
    }

    private static RuntimeException notKept(Integration of) {
        return Problem.of(Problem.Code.SIGN_IN_NEEDED).with("tenant", of.name()).raise();
    }

    /// Keeps MSAL's token caches among the integrations' secrets.
    public static TokenCacheStore tokenCaches(SecretStore secrets) {
        return new TokenCacheStore() {
            @Override
            public Optional<byte[]> load(String connection) {
                return secrets.getBytes(slot(connection));
            }

            @Override
            public void save(String connection, byte[] content) {
                secrets.putBytes(slot(connection), content);
            }

            @Override
            public void forget(String connection) {
                secrets.remove(slot(connection));
            }

            private String slot(String connection) {
                return "integration/" + connection + "/token-cache";
            }
        };
    }
}
