package app.lectern.demo.entra;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;

/// One app registration with its enterprise application: what it may do, and how it proves itself.
/// Certificates and secrets can be added and removed while the tenant runs; everything else is fixed.
///
/// @param appId              the client id
/// @param objectId           the id of the registration
/// @param servicePrincipalId the id of the enterprise application in this tenant
/// @param roles              application permissions with admin consent
/// @param scopes             delegated permissions with admin consent
/// @param publicClient       whether "Allow public client flows" is on
public record AppRegistration(String appId, String objectId, String servicePrincipalId, String displayName,
                              List<Secret> secrets, List<X509Certificate> certificates, Set<String> roles,
                              Set<String> scopes, boolean publicClient, List<String> redirectUris) {

    /// A client secret. People paste its id instead of its value so often that Entra has words for it.
    public record Secret(String id, String value, String description, Instant start, Instant end) {
        /// The first three letters, all that Entra shows again.
        public String hint() {
            return value.substring(0, 3);
        }

        @Override
        public String toString() {
            return "Secret[" + id + ", ***]";
        }
    }

    public AppRegistration {
        secrets = new CopyOnWriteArrayList<>(secrets);
        certificates = new CopyOnWriteArrayList<>(certificates);
        roles = new CopyOnWriteArraySet<>(roles);
        scopes = Set.copyOf(scopes);
        redirectUris = List.copyOf(redirectUris);
    }

    /// Adds the public half of a certificate, as the portal's upload does.
    public void upload(X509Certificate certificate) {
        certificates.add(certificate);
    }

    /// Adds a client secret, as rotation does.
    public void add(Secret secret) {
        secrets.add(secret);
    }

    /// An administrator grants an application permission; tokens made from now on have it.
    public void consent(String role) {
        roles.add(role);
    }

    /// Removes a client secret by its id and says whether there was one.
    public boolean removeSecret(String id) {
        return secrets.removeIf(secret -> secret.id().equals(id));
    }

    /// The value of the secret that lives longest.
    public String secret() {
        return secrets.getLast().value();
    }
}
