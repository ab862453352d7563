package app.lectern.integrations;

import app.lectern.integrations.CredentialExpiry.Source;
import app.lectern.vault.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Knows when secrets and certificates end: from the certificate itself, from the app registration where that may be
/// read, or as typed.
public final class CredentialExpiries {
    private static final int HINT = 3;

    private final Integrations integrations;
    private final IntegrationAccess access;
    private final IntegrationRules rules;

    public CredentialExpiries(Integrations integrations, IntegrationAccess access, Clock clock) {
        this.integrations = integrations;
        this.access = access;
        this.rules = new IntegrationRules(integrations, clock);
    }

    /// Reads it anew and keeps it; a typed one stays where nothing can be read. Throws a ProblemException when the app
    /// registration cannot be read and nothing was typed either.
    public Optional<CredentialExpiry> refresh(Integration of) {
        if (!access.isAppOnly(of)) {
            return Optional.empty();
        }
        var read = of.signInMethod() == SignInMethod.CERTIFICATE ? fromCertificate(of) : fromRegistration(of);
        read.ifPresent(expiry -> integrations.keep(of, expiry));
        return read.or(() -> integrations.credential(of));
    }

    /// What a person typed.
    public CredentialExpiry type(Integration of, Instant ends) {
        rules.secretEnds(ends).ifPresent(fault -> {
            throw fault.problem().raise();
        });
        var typed = new CredentialExpiry(ends, Source.TYPED, SecretKind.CLIENT_SECRET);
        integrations.keep(of, typed);
        return typed;
    }

    private Optional<CredentialExpiry> fromCertificate(Integration of) {
        return integrations.secretBytes(of, SecretKind.CERTIFICATE).map(content -> {
            var password = integrations.secret(of, SecretKind.CERTIFICATE_PASSWORD).orElseGet(() -> Secret.of(""));
            try (password) {
                return new CredentialExpiry(rules.read(content, password, of.name()).ends(), Source.CERTIFICATE_FILE, SecretKind.CERTIFICATE);
            } finally {
                Arrays.fill(content, (byte) 0);
            }
        });
    }

    private Optional<CredentialExpiry> fromRegistration(Integration of) {
        return new ApplicationGraph(access.session(of)).secretEnds(of.clientId(), access.secretHint(of, HINT))
                .map(ends -> new CredentialExpiry(ends, Source.APP_REGISTRATION, SecretKind.CLIENT_SECRET));
    }
}
