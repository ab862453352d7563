package app.lectern.integrations;

import app.lectern.integrations.CredentialExpiry.Source;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import app.lectern.vault.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Puts a new secret or certificate in the place of the old one and keeps everything else. The new one is tried first:
/// when Entra refuses it, the old one stays.
public final class CredentialRotation {
    private final Integrations integrations;
    private final IntegrationAccess access;
    private final IntegrationRules rules;
    private final Clock clock;

    public CredentialRotation(Integrations integrations, IntegrationAccess access, Clock clock) {
        this.integrations = integrations;
        this.access = access;
        this.rules = new IntegrationRules(integrations, clock);
        this.clock = clock;
    }

    /// What became of a rotation.
    ///
    /// @param expiry  when the new one ends, as far as that is known
    /// @param refusal why Entra does not take it; a fresh secret may need some minutes. The old one is still in use then
    public record Outcome(Integration integration, Optional<CredentialExpiry> expiry, Optional<Problem> refusal) {
        public boolean isDone() {
            return refusal.isEmpty();
        }
    }

    /// @param ends when the new secret ends, where a person typed it; otherwise the next health check reads it
    public Outcome rotate(Integration of, Secret secret, Optional<Instant> ends) {
        rules.secret(secret).or(() -> ends.flatMap(rules::secretEnds)).ifPresent(CredentialRotation::refuse);
        var signingIn = of.signingIn(SignInMethod.SECRET);
        var expiry = ends.map(when -> new CredentialExpiry(when, Source.TYPED, SecretKind.CLIENT_SECRET));
        return swap(of, signingIn, expiry, () -> integrations.keepSecret(signingIn, SecretKind.CLIENT_SECRET, secret));
    }

    public Outcome rotate(Integration of, byte[] certificate, Secret password, String file) {
        rules.certificate(certificate, password, file).ifPresent(CredentialRotation::refuse);
        var ends = rules.read(certificate, password, file).ends();
        var signingIn = of.signingIn(SignInMethod.CERTIFICATE);
        var expiry = Optional.of(new CredentialExpiry(ends, Source.CERTIFICATE_FILE, SecretKind.CERTIFICATE));
        return swap(of, signingIn, expiry, () -> {
            integrations.keepSecret(signingIn, SecretKind.CERTIFICATE, certificate);
            integrations.keepSecret(signingIn, SecretKind.CERTIFICATE_PASSWORD, password);
        });
    }

    private Outcome swap(Integration of, Integration signingIn, Optional<CredentialExpiry> expiry, Runnable keep) {
        var old = Kept.of(integrations, of);
        try {
            keep.run();
            access.forget(of);
            access.session(signingIn).signIn().afresh();
        } catch (ProblemException refused) {
            old.restore(integrations, of);
            access.forget(of);
            return new Outcome(of, expiry, Optional.of(refused.problem()));
        } finally {
            old.wipe();
        }
        // one that came without its secret was only waiting for it
        var saved = integrations.update(old.isNothing() ? signingIn.active(true) : signingIn);
        dropOther(saved);
        expiry.ifPresentOrElse(known -> integrations.keep(saved, known), () -> integrations.forgetCredential(saved));
        return new Outcome(saved, expiry, Optional.empty());
    }

    private void dropOther(Integration saved) {
        if (saved.signInMethod() == SignInMethod.SECRET) {
            integrations.forgetSecret(saved, SecretKind.CERTIFICATE);
            integrations.forgetSecret(saved, SecretKind.CERTIFICATE_PASSWORD);
        } else {
            integrations.forgetSecret(saved, SecretKind.CLIENT_SECRET);
        }
    }

    private static void refuse(FieldFault fault) {
        throw fault.problem().raise();
    }

    /// Whether a fresh certificate or secret ends so late that people forget about it: six months are advised.
    public boolean lastsTooLong(CredentialExpiry expiry) {
        return expiry.kind() == SecretKind.CLIENT_SECRET && expiry.daysLeft(clock.instant()) > 190;
    }

    /// The secrets as they were before the attempt.
    private record Kept(Optional<byte[]> secret, Optional<byte[]> certificate, Optional<byte[]> password) {
        static Kept of(Integrations integrations, Integration of) {
            return new Kept(integrations.secretBytes(of, SecretKind.CLIENT_SECRET), integrations.secretBytes(of, SecretKind.CERTIFICATE),
                    integrations.secretBytes(of, SecretKind.CERTIFICATE_PASSWORD));
        }

        boolean isNothing() {
            return secret.isEmpty() && certificate.isEmpty();
        }

        void restore(Integrations integrations, Integration of) {
            put(integrations, of, SecretKind.CLIENT_SECRET, secret);
            put(integrations, of, SecretKind.CERTIFICATE, certificate);
            put(integrations, of, SecretKind.CERTIFICATE_PASSWORD, password);
        }

        private static void put(Integrations integrations, Integration of, SecretKind kind, Optional<byte[]> content) {
            content.ifPresentOrElse(bytes -> integrations.keepSecret(of, kind, bytes), () -> integrations.forgetSecret(of, kind));
        }

        void wipe() {
            secret.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
            certificate.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
            password.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        }
    }
}
